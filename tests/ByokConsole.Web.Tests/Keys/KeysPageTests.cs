using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.Keys;

namespace ByokConsole.Web.Tests.Keys;

/// <summary>Every registered key with how it stands and what comes next; the worst first; the filters in the address.</summary>
public sealed class KeysPageTests : PageTestContext
{
    private static readonly KeyRegistration Free = Samples.Registration with { Id = "cck-fr33", DisplayName = "spare", State = "AVAILABLE" };

    [Fact]
    public void A_key_in_use_tells_its_cluster_its_health_and_what_comes_next()
    {
        Use(CheckState.Pass);

        var page = Open();

        var cells = page.FindAll("td").Select(Text).ToList();
        Assert.Equal(
            ["staging cck-st4g1", "kv-orders-weu/staging-cmk", "westeurope", "payments-staging", "Healthy", "Rotates 1 Dec 2026"], cells.Take(6));
        Assert.All(page.FindAll("td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
        Assert.Equal("/keys/cck-st4g1", page.Find("td a").GetAttribute("href"));
    }

    [Fact]
    public void A_broken_key_comes_first_and_says_what_is_wrong()
    {
        Registrations.Registrations.Add(Free);
        Use(CheckState.Fail);

        var rows = Open().FindAll("tbody tr").Select(Text).ToList();

        Assert.Contains("Broken The key is disabled", rows[0], StringComparison.Ordinal);
        Assert.Contains("Available Serves no cluster", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_confluent_says_now_outweighs_an_older_round_of_checks()
    {
        Use(CheckState.Pass);
        Registrations.Registrations[0] = Samples.Registration with { Validation = Samples.Registration.Validation! with { Phase = "INVALID" } };

        var row = Text(Assert.Single(Open().FindAll("tbody tr")));

        Assert.Contains("Broken Confluent says that it cannot use it", row, StringComparison.Ordinal);
    }

    [Fact]
    public void While_clusters_cannot_be_read_a_key_in_use_stands_as_it_was_found_last_and_nothing_is_called_deleted()
    {
        Use(CheckState.Fail);
        Bindings.Bindings.Add(new KeyBinding(Samples.Registration.Key!, "cck-st4g1", Samples.Staging, "lkc-st4g1n", Samples.Noon.AddDays(-9), null));
        Kafka.Fault = Samples.Unreachable;

        var row = Text(Assert.Single(Open().FindAll("tbody tr")));

        Assert.Contains("cannot be read now Broken The key is disabled", row, StringComparison.Ordinal);
    }

    [Fact]
    public void While_clusters_cannot_be_read_a_key_in_use_that_was_never_checked_cannot_be_seen()
    {
        Registrations.Registrations.Add(Samples.Registration);
        Kafka.Fault = Samples.Unreachable;

        Assert.Contains("cannot be read now Cannot see", Text(Assert.Single(Open().FindAll("tbody tr"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_whose_cluster_was_deleted_tells_when_it_is_free()
    {
        Registrations.Registrations.Add(Samples.Registration);
        Bindings.Bindings.Add(new KeyBinding(Samples.Registration.Key!, "cck-st4g1", Samples.Staging, "lkc-st4g1n", Samples.Noon.AddDays(-9), Samples.Noon.AddDays(-1)));

        var row = Text(Assert.Single(Open().FindAll("tbody tr")));

        Assert.Contains("lkc-st4g1n, deleted Releasing Free on 28 Nov 2026", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_is_a_filter_in_the_address()
    {
        Registrations.Registrations.Add(Free);
        Use(CheckState.Fail);
        Navigation.NavigateTo("/keys");
        var page = Open();

        await ClickAsync(page, "Broken 1");

        Assert.Equal("/keys?standing=Broken", Place);
        Navigation.NavigateTo("/keys?standing=Broken&q=nothing");
        page.WaitForAssertion(() => Assert.Contains("No key matches.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_keys_the_page_says_where_one_comes_from()
        => Assert.Contains("No keys yet.", Open().Markup, StringComparison.Ordinal);

    [Fact]
    public void While_confluent_is_away_the_page_says_why()
    {
        Registrations.Fault = Samples.Unreachable;

        Assert.Contains("api.confluent.cloud did not answer.", Open().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<KeysPage> Open()
    {
        var page = Render<KeysPage>();
        page.WaitForState(() => page.FindAll(".loading").Count == 0);
        return page;
    }

    private void Use(CheckState state)
    {
        Registrations.Registrations.Add(Samples.Registration);
        Kafka.Clusters.Add(Samples.Cluster);
        Health.Put(new KeyHealthReport
        {
            RegistrationId = "cck-st4g1",
            ClusterId = "lkc-st4g1n",
            EnvironmentId = Samples.Staging,
            CheckedAt = Samples.Noon,
            NextDate = Samples.Noon.AddDays(7),
            NextEvent = NextKeyEvent.Rotation,
            Results =
            [
                new CheckResult(CheckName.KeyUsable, state, state is CheckState.Pass ? "" : "The key is disabled. Enable it."),
                new CheckResult(CheckName.GrantInForce, CheckState.Pass, ""),
            ],
        });
    }
}
