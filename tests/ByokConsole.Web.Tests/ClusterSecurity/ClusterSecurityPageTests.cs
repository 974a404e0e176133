using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.ClusterSecurity;
using Microsoft.AspNetCore.Components;
using ByokConsole.Web.Tests.Shared.Clusters;

namespace ByokConsole.Web.Tests.ClusterSecurity;

public sealed class ClusterSecurityPageTests : PageTestContext
{
    public ClusterSecurityPageTests()
    {
        Vaults.Vaults.Add(Samples.Vault);
        Kafka.Clusters.Add(Samples.Cluster);
        Registrations.Registrations.Add(Samples.Registration);
        VaultKeys.Versions[KeyIdentifier.Parse(Samples.StagingKey)] = [InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon.AddDays(-30))];
    }

    [Fact]
    public void It_answers_which_key_and_whether_it_works_and_every_check_has_its_row()
    {
        var page = Open();

        Assert.Equal("payments-staging", page.Find("h1").TextContent);
        Assert.Equal("page", page.Find("nav[aria-label=Cluster] a:last-child").GetAttribute("aria-current"));
        WaitForVerdict(page);
        Assert.NotEqual("First check is running.", Text(page.Find(".sentence")));
        Assert.Equal(PreflightRunner.BoundOrder.Count, page.FindAll("li[data-check]").Count);
        Assert.Contains(new string('a', 32), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cluster_and_its_key_are_there_as_code_and_so_is_a_cluster_without_one()
    {
        Assert.Contains($"{Samples.StagingKey}/{new string('a', 32)}", await CodeAsync(), StringComparison.Ordinal);

        Kafka.Clusters[0] = Samples.Cluster with { KeyRegistrationId = null };
        Assert.DoesNotContain("azurerm", await CodeAsync(), StringComparison.Ordinal);

        async Task<string> CodeAsync()
        {
            var page = Open();
            await page.OpenCodeAsync();
            return page.Code();
        }
    }

    [Fact]
    public async Task A_key_that_confluent_can_use_works_and_what_fails_beside_that_is_named()
    {
        await Grants.GrantAsync(Samples.Registration.Vault!, Samples.Registration.ApplicationId!.Value);
        RunStore.Put(Samples.Run with { State = RunState.Succeeded, Facts = new RunFacts { ClusterId = "lkc-st4g1n" } });
        var page = Open();
        WaitForVerdict(page);
        Assert.Equal("The key works.", Text(page.Find(".sentence")));

        Vaults.Vaults[0] = Samples.Vault with { PurgeProtection = false };
        await ClickAsync(page, "Check now");

        page.WaitForAssertion(() => Assert.Equal("Confluent can use the key, but one check fails.", Text(page.Find(".sentence"))));
        Assert.Contains("fail", page.Find("li[data-check=PurgeProtectionOn]").ClassList);
        Assert.Contains("tinted", page.Find("section.verdict").ClassList);
    }

    [Fact]
    public void A_grant_that_was_taken_away_breaks_the_key()
    {
        Registrations.Registrations[0] = Samples.Registration with { Validation = new KeyValidation("INVALID", Samples.Noon, "Access to the key was denied.", null) };

        var page = Open();

        WaitForVerdict(page);
        Assert.Equal("The key is broken.", Text(page.Find(".sentence")));
    }

    [Fact]
    public void It_leads_to_the_way_out()
        => Assert.Single(Open().FindAll("a[href='/environments/env-4mq7d/clusters/lkc-st4g1n/revoke']"));

    [Fact]
    public void It_says_who_can_see_it()
        => Assert.Contains("Anyone who may view this cluster in Confluent Cloud can see these settings", Open().Markup, StringComparison.Ordinal);

    [Fact]
    public void An_automatic_cluster_says_so_and_what_that_means_and_nothing_is_checked()
    {
        Kafka.Clusters[0] = Samples.Cluster with { KeyRegistrationId = null };

        var page = Open();

        Assert.Contains("Made and kept by Confluent", page.Markup, StringComparison.Ordinal);
        Assert.Contains("cannot be changed afterwards", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section.verdict"));
        Assert.Empty(page.FindAll("li[data-check]"));
    }

    [Fact]
    public async Task Check_now_reads_everything_again()
    {
        var page = Open();
        WaitForVerdict(page);
        Assert.DoesNotContain("The wrapping was refused.", page.Markup, StringComparison.Ordinal);

        Registrations.Registrations[0] = Samples.Registration with { Validation = new KeyValidation("INVALID", Samples.Noon, "The wrapping was refused.", null) };
        await ClickAsync(page, "Check now");

        page.WaitForAssertion(() => Assert.Contains("The wrapping was refused.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_that_fails_leaves_what_was_read_and_says_so()
    {
        var page = Open();
        WaitForVerdict(page);

        Kafka.Fault = Samples.Unreachable;
        await ClickAsync(page, "Check now");

        Assert.Contains(Samples.StagingKey, page.Markup, StringComparison.Ordinal);
        Assert.Contains("The last look failed, so this is from before: api.confluent.cloud did not answer.", Text(page.Find("section.verdict")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.NotFound)]
    [InlineData(FaultKind.Forbidden)]
    public void A_cluster_that_is_not_there_is_a_clear_page(FaultKind kind)
    {
        Kafka.Fault = new CloudFault(CloudService.ConfluentCloud, kind, "No.");

        var page = Open();

        Assert.Equal("No such cluster", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_cloud_that_is_away_can_be_tried_again()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Open();

        Kafka.Fault = null;
        await ClickAsync(page, "Try again");

        page.WaitForAssertion(() => Assert.Equal("payments-staging", page.Find("h1").TextContent));
    }

    [Fact]
    public void A_cloud_that_was_away_is_asked_again_without_a_hand()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Open();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));

        Kafka.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.Equal("payments-staging", page.Find("h1").TextContent));
    }

    [Fact]
    public void The_first_paint_asks_no_cloud()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Kafka.Fault = Samples.Unreachable;

        var page = Render<ClusterSecurityPage>(p => p.Add(x => x.EnvironmentId, Samples.Staging).Add(x => x.ClusterId, "lkc-st4g1n"));

        Assert.Contains("Loading the security settings", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private static void WaitForVerdict(IRenderedComponent<ClusterSecurityPage> page)
        => page.WaitForAssertion(() => Assert.Contains("Checked just now.", Text(page.Find("section.verdict")), StringComparison.Ordinal));

    private IRenderedComponent<ClusterSecurityPage> Open()
    {
        var page = Render<ClusterSecurityPage>(p => p.Add(x => x.EnvironmentId, Samples.Staging).Add(x => x.ClusterId, "lkc-st4g1n"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".loading")));
        return page;
    }
}
