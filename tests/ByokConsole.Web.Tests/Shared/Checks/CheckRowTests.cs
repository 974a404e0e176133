using ByokConsole.Core.Preflight;
using ByokConsole.Web.Shared.Checks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace ByokConsole.Web.Tests.Shared.Checks;

public sealed class CheckRowTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 23, 40, 0, TimeSpan.Zero));

    public CheckRowTests()
    {
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(_time);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_passing_row_shows_what_was_observed_and_says_pass_to_a_screen_reader()
    {
        var row = Show(new CheckResult(CheckName.RbacEnabled, CheckState.Pass, "") { Observed = "on" });

        Assert.Equal("Pass", row.Find(".seen .sr").TextContent);
        Assert.Equal("on", row.Find(".seen .mono").TextContent);
        Assert.Empty(row.FindAll("dl, button"));
    }

    [Fact]
    public void A_failing_row_shows_word_sentence_observed_expected_and_remedies_in_that_order()
    {
        var row = Show(Failing(), repairs: [RemedyKind.SetRegion, RemedyKind.BrowseVaults]);

        Assert.Matches(
            @"(?s)Fail.*This vault is in westeurope.*Observed\s*westeurope.*Expected\s*eastus.*Move cluster to westeurope.*Vaults in eastus",
            row.Find("li").TextContent);
    }

    [Fact]
    public void A_brief_row_leaves_the_sentence_to_the_field_beside_it_but_never_hides_it_when_nothing_was_observed()
    {
        var brief = Show(Failing(), brief: true);
        var bare = Show(Failing() with { Observed = null, Expected = null }, brief: true);

        Assert.DoesNotContain("This vault is in", brief.Markup, StringComparison.Ordinal);
        Assert.Contains("This vault is in", bare.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_finding_means_for_the_data_is_told_where_a_cluster_is_bound_to_the_key()
    {
        var finding = Failing() with { Means = "Its data cannot be read.", Takes = "Within minutes." };

        var bound = Render<CheckRow>(parameters => parameters.Add(p => p.Title, "x").Add(p => p.Result, finding).Add(p => p.TellsStakes, true));

        Assert.Equal("Its data cannot be read. Within minutes.", bound.Find(".stakes").TextContent);
        Assert.Empty(Show(finding).FindAll(".stakes"));
    }

    [Fact]
    public void A_remedy_that_the_page_cannot_carry_out_is_not_offered()
    {
        var row = Show(Failing(), repairs: [RemedyKind.SetRegion]);

        Assert.Equal("Move cluster to westeurope", Assert.Single(row.FindAll("button")).TextContent.Trim());
    }

    [Fact]
    public async Task A_chosen_remedy_is_handed_to_the_page()
    {
        Remedy? chosen = null;
        var row = Render<CheckRow>(parameters => parameters
            .Add(p => p.Title, "Same region")
            .Add(p => p.Result, Failing())
            .Add(p => p.Repairs, [RemedyKind.SetRegion])
            .Add(p => p.OnRemedy, remedy => chosen = remedy));

        await row.Find("button").ClickAsync();

        Assert.Equal("westeurope", chosen?.Value);
    }

    [Fact]
    public void A_command_is_shown_with_its_warning_before_it_is_copied()
    {
        var row = Show(Failing() with
        {
            Remedies = [new Remedy(RemedyKind.Command, "Command that turns it on", "az keyvault update --name kv", "It cannot be turned off again.")],
        });

        Assert.Equal("Command that turns it on", row.Find("summary").TextContent);
        Assert.Equal("It cannot be turned off again.", row.Find("details p").TextContent);
        Assert.Equal("az keyvault update --name kv", row.Find("details pre").TextContent);
        Assert.Equal("az keyvault update --name kv", row.Find("details [data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void A_waiting_row_counts_from_the_cloud_s_moment_on_the_cloud_s_clock()
    {
        var since = _time.GetUtcNow().AddMinutes(10);
        var row = Render<CheckRow>(parameters => parameters
            .Add(p => p.Title, "In force")
            .Add(p => p.Result, new CheckResult(CheckName.GrantInForce, CheckState.Waiting, "Confluent says INITIALIZING.") { Since = since })
            .Add(p => p.CloudAhead, TimeSpan.FromMinutes(13)));
        Assert.Equal("3:00", row.Find(".seen .num").TextContent);

        _time.Advance(TimeSpan.FromSeconds(12));

        row.WaitForAssertion(() => Assert.Equal("3:12", row.Find(".seen .num").TextContent));
    }

    [Fact]
    public void A_waiting_row_says_that_it_takes_effect_only_when_nothing_is_left_to_do()
    {
        var waiting = new CheckResult(CheckName.GrantInForce, CheckState.Waiting, "Confluent has not tried the key yet.");

        Assert.Equal("Taking effect", Show(waiting).Find(".seen b").TextContent);
        Assert.Equal("Waiting", Show(waiting with { Remedies = [new Remedy(RemedyKind.Grant, "Grant access")] }).Find(".seen b").TextContent);
    }

    [Fact]
    public void A_row_that_is_asked_again_keeps_its_answer()
    {
        var row = Render<CheckRow>(parameters => parameters
            .Add(p => p.Title, "Same region")
            .Add(p => p.Result, Failing())
            .Add(p => p.Stale, true));

        Assert.Contains("stale", row.Find("li").ClassList);
        Assert.Contains("westeurope", row.Markup, StringComparison.Ordinal);
    }

    private static CheckResult Failing() => new(CheckName.RegionMatches, CheckState.Fail, "This vault is in westeurope, the cluster will be in eastus.")
    {
        Observed = "westeurope",
        Expected = "eastus",
        Remedies =
        [
            new Remedy(RemedyKind.SetRegion, "Move cluster to westeurope", "westeurope"),
            new Remedy(RemedyKind.BrowseVaults, "Vaults in eastus", "eastus"),
        ],
    };

    private IRenderedComponent<CheckRow> Show(CheckResult result, bool brief = false, RemedyKind[]? repairs = null)
        => Render<CheckRow>(parameters => parameters
            .Add(p => p.Title, "Same region as the cluster")
            .Add(p => p.Result, result)
            .Add(p => p.Brief, brief)
            .Add(p => p.Repairs, repairs ?? []));
}
