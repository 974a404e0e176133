using ByokConsole.Core.Identifiers;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.KeyOverview;
using ByokConsole.Web.Tests.Shared.Clusters;

namespace ByokConsole.Web.Tests.KeyOverview;

/// <summary>One key: what it is, whom it serves and served, what was found, and what can be done with its registration.</summary>
public sealed class KeyOverviewPageTests : PageTestContext
{
    public KeyOverviewPageTests()
    {
        Registrations.Registrations.Add(Samples.Registration);
        Kafka.Clusters.Add(Samples.Cluster);
        VaultKeys.Versions[KeyIdentifier.Parse(Samples.StagingKey)] = [InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon.AddDays(-30))];
    }

    [Fact]
    public void The_fields_are_there_to_be_copied_with_the_version_in_use_and_the_next_rotation()
    {
        var page = Open();

        string[] copied =
            [Samples.StagingKey, Samples.Registration.Vault!.ToString(), Samples.Tenant.ToString(), Samples.Registration.ApplicationId!.Value.ToString(), new string('a', 32)];
        Assert.Subset(page.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")).ToHashSet(), copied.ToHashSet<string?>());
        Assert.Contains("on, next ", page.Markup, StringComparison.Ordinal);
        Assert.Contains("az role assignment create", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[role=radiogroup][aria-label=As]"));
    }

    [Fact]
    public void The_clusters_now_and_before_are_told()
    {
        Bindings.Bindings.Add(new KeyBinding(KeyIdentifier.Parse(Samples.StagingKey), "cck-st4g1", Samples.Staging, "lkc-0ld", Samples.Noon.AddDays(-90), Samples.Noon.AddDays(-60)));

        var page = Open();

        Assert.Contains("payments-staging", page.Markup, StringComparison.Ordinal);
        Assert.Equal("lkc-0ld from 26 Aug 2026 to 25 Sep 2026", Text(page.Find("ul[aria-label='Clusters before'] li")));
    }

    [Fact]
    public void A_finding_tells_from_what_to_what()
    {
        Health.Changes.Add(new HealthChange(
            1, "cck-st4g1", "lkc-st4g1n", CheckName.KeyUsable, CheckState.Pass, "no expiry", CheckState.Fail, "disabled", "The key is disabled.", Samples.Noon));

        var finding = Text(Open().Find("ol[aria-label='Findings, newest first'] li"));

        Assert.Contains("no expiry → disabled", finding, StringComparison.Ordinal);
        Assert.Contains("The key is disabled.", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_now_makes_a_round_of_checks_and_keeps_it()
    {
        var page = Open();

        await ClickAsync(page, "Check now");

        page.WaitForAssertion(() => Assert.Contains("Checks as last made", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(await Health.FindAsync("cck-st4g1", Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_key_that_serves_a_cluster_cannot_be_deleted_and_the_reason_is_told()
    {
        var frame = Render<MudBlazor.MudDialogProvider>();
        Render<DeleteKeyDialog>(p => p.Add(x => x.Row, Row()).Add(x => x.IsOpen, true));

        frame.WaitForAssertion(() => Assert.Contains(
            "It serves payments-staging (lkc-st4g1n). Delete that cluster first; the registration is free five days later.",
            frame.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Type cck-st4g1", frame.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cluster_it_serves_is_there_as_code()
    {
        await Grants.GrantAsync(Samples.Registration.Vault!, Samples.Registration.ApplicationId!.Value);

        var page = Open();
        await page.OpenCodeAsync();

        Assert.Contains("to = azurerm_role_assignment.reader\n", page.Code(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_says_so()
        => Assert.Contains("Confluent does not know this key.", Render<KeyOverviewPage>(p => p.Add(x => x.RegistrationId, "cck-n0ne")).Markup, StringComparison.Ordinal);

    private static ByokConsole.Core.Keys.KeyRow Row() => new() { Registration = Samples.Registration, Cluster = Samples.Cluster };

    private IRenderedComponent<KeyOverviewPage> Open()
    {
        var page = Render<KeyOverviewPage>(p => p.Add(x => x.RegistrationId, "cck-st4g1"));
        page.WaitForState(() => page.FindAll(".loading").Count == 0);
        return page;
    }
}
