using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.Clusters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Web.Tests.Clusters;

public sealed class ClustersPageTests : PageTestContext
{
    private static readonly string[] Head = ["Cluster", "Status", "Type and size", "Region", "Encryption"];

    [Fact]
    public void A_cluster_tells_status_type_size_region_and_key()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Registrations.Registrations.Add(Samples.Registration);

        var page = Open();

        Assert.Equal(Head, page.FindAll("th").Select(Text));
        Assert.Equal(
            ["payments-staging lkc-st4g1n", "Running", "Dedicated, 1 CKU", "westeurope, single zone", "cck-st4g1 kv-orders-weu/staging-cmk"],
            page.FindAll("td").Select(Text));
        Assert.Equal("/environments/env-4mq7d/clusters/lkc-st4g1n", page.Find("td a").GetAttribute("href"));
        Assert.All(page.FindAll("td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
    }

    [Fact]
    public void An_automatic_cluster_says_so()
    {
        Kafka.Clusters.Add(Samples.Cluster with { KeyRegistrationId = null });

        Assert.Equal("Automatic", Text(Open().FindAll("td")[4]));
    }

    [Fact]
    public void An_empty_environment_offers_to_create_the_first_cluster()
    {
        var page = Open();

        var link = Assert.Single(page.FindAll("a.mud-button-root"));
        Assert.Equal(("Create cluster", "/environments/env-4mq7d/clusters/new"), (Text(link), link.GetAttribute("href")));
        Assert.DoesNotContain("Add cluster", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_clusters_another_can_be_added()
    {
        Kafka.Clusters.Add(Samples.Cluster);

        var page = Open();

        var link = Assert.Single(page.FindAll("a.mud-button-root"));
        Assert.Equal(("Add cluster", "/environments/env-4mq7d/clusters/new"), (Text(link), link.GetAttribute("href")));
        Assert.DoesNotContain("Create cluster", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_under_way_is_a_row_that_leads_to_the_run()
    {
        RunStore.Put(Samples.Run);

        var page = Open();

        Assert.Equal("orders-prod no id yet", Text(page.Find("td")));
        Assert.Equal(["/runs/run-2f81", "/runs/run-2f81", "/keys/cck-st4g1"], page.FindAll("td a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Requested", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_a_question_says_so_in_its_row()
    {
        RunStore.Put(Samples.Run with { State = RunState.NeedsPerson });

        Assert.Equal("Its run has a question", Text(Open().FindAll("td a")[1]));
    }

    [Fact]
    public async Task Drafts_are_counted_and_linked()
    {
        foreach (var id in (string[])["d-1", "d-2"])
        {
            await Drafts.AddAsync(
                new ClusterDraft { Id = id, EnvironmentId = Samples.Staging, Owner = "local operator", CreatedAt = Samples.Noon, Revision = 1 },
                Xunit.TestContext.Current.CancellationToken);
        }

        var link = Open().Find("a[href='/environments/env-4mq7d/drafts']");

        Assert.Equal("2 drafts", Text(link));
    }

    [Fact]
    public void While_the_cloud_is_asked_rows_are_loading_and_nothing_is_said_to_be_empty()
    {
        Kafka.Gate = new TaskCompletionSource();

        var page = Open(wait: false);

        Assert.Contains("Loading clusters", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No clusters yet", page.Markup, StringComparison.Ordinal);
        Kafka.Gate.SetResult();
        page.WaitForAssertion(() => Assert.Contains("No clusters yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_could_not_be_read_is_read_again_without_a_hand()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Open();
        Assert.NotEmpty(page.FindAll("[role=alert]"));

        Kafka.Fault = null;
        Kafka.Clusters.Add(Samples.Cluster);
        Clock.Advance(TimeSpan.FromSeconds(3));

        page.WaitForAssertion(() => Assert.Contains(Samples.Cluster.DisplayName, page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")));
    }

    [Fact]
    public async Task A_cloud_that_is_away_is_told_and_can_be_tried_again()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Open();
        Assert.Contains("The clusters could not be listed.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("api.confluent.cloud did not answer.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("No clusters yet", page.Markup, StringComparison.Ordinal);

        Kafka.Fault = null;
        Kafka.Clusters.Add(Samples.Cluster);
        await ClickAsync(page, "Try again");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void Last_known_rows_stay_and_say_when_they_were_true()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Open();
        Kafka.Fault = Samples.Unreachable;
        Clock.Advance(TimeSpan.FromMinutes(5));

        var page = Open(wait: false);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.Single(page.FindAll(".stale tbody tr"));
        Assert.Contains("as of 5 min ago", Text(page.Find(".asof")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.NotFound)]
    [InlineData(FaultKind.Forbidden)]
    public void An_unknown_environment_is_a_clear_page_and_no_error(FaultKind kind)
    {
        Kafka.Fault = new CloudFault(CloudService.ConfluentCloud, kind, "No.");

        var page = Open();

        Assert.Contains("does not show an environment env-4mq7d", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void An_environment_that_confluent_does_not_list_is_unknown_whatever_it_says_about_its_clusters()
    {
        Kafka.Environments.RemoveAll(environment => environment.Id == Samples.Staging);

        Assert.Contains("does not show an environment env-4mq7d", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_made_a_moment_ago_is_known()
    {
        Kafka.Environments.Clear();
        await Services.GetRequiredService<ClusterCatalog>().EnvironmentsAsync(fresh: false, Xunit.TestContext.Current.CancellationToken);
        Kafka.Environments.Add(new ConfluentEnvironment(Samples.Staging, "staging"));

        Assert.Contains("No clusters yet", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_lives_in_the_address()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Kafka.Clusters.Add(Samples.Cluster with { Id = "lkc-2", DisplayName = "clicks" });
        var page = Open();

        await page.Find("input[aria-label='Filter clusters']").InputAsync(new ChangeEventArgs { Value = "clicks" });
        Clock.Advance(TimeSpan.FromMilliseconds(250));

        page.WaitForAssertion(() => Assert.Equal("/environments/env-4mq7d/clusters?q=clicks", Place));
        page.WaitForAssertion(() => Assert.Equal("1 of 2 clusters", Text(page.Find(".count"))));
        Assert.Equal("clicks lkc-2", Text(page.Find("td")));
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_can_be_cleared()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Navigation.NavigateTo("/environments/env-4mq7d/clusters?q=nowhere");
        var page = Open();
        Assert.Contains("No cluster matches “nowhere”.", page.Markup, StringComparison.Ordinal);

        await ClickAsync(page, "Clear the filter");

        Assert.Equal("/environments/env-4mq7d/clusters", Place);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public void A_cluster_that_is_being_made_is_looked_at_again_and_one_that_runs_is_left_alone()
    {
        Kafka.Clusters.Add(Samples.Cluster with { Phase = "PROVISIONING" });
        var page = Open();
        Assert.Equal("Provisioning", Text(page.FindAll("td")[1]));

        Kafka.Clusters[0] = Samples.Cluster;
        LookAgain(page);

        page.WaitForAssertion(() => Assert.Equal("Running", Text(page.FindAll("td")[1])));
        var asked = Kafka.Listed;
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(asked, Kafka.Listed);
    }

    [Fact]
    public async Task A_page_that_is_left_looks_no_more()
    {
        Kafka.Clusters.Add(Samples.Cluster with { Phase = "PROVISIONING" });
        var page = Open();
        LookAgain(page);
        page.WaitForAssertion(() => Assert.Equal(2, Kafka.Listed));

        await DisposeComponentsAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, Kafka.Listed);
    }

    [Fact]
    public void The_first_paint_asks_no_cloud()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Open(wait: false);

        Assert.Equal(0, Kafka.Listed);
    }

    [Fact]
    public void A_thousand_clusters_are_counted()
    {
        Kafka.Clusters.AddRange(Enumerable.Range(0, 1000).Select(number => Samples.Cluster with { Id = $"lkc-{number}", DisplayName = $"c{number}" }));

        var page = Open();

        Assert.Equal("1000 clusters", Text(page.Find(".count")));
        Assert.Equal("1001", page.Find("table").GetAttribute("aria-rowcount"));
    }

    private IRenderedComponent<ClustersPage> Open(bool wait = true)
    {
        if (!Navigation.Uri.Contains("clusters", StringComparison.Ordinal))
            Navigation.NavigateTo("/environments/env-4mq7d/clusters");
        var page = Render<ClustersPage>(p => p.Add(x => x.EnvironmentId, Samples.Staging));
        if (wait)
            page.WaitForAssertion(() => Assert.Empty(page.FindAll(".loading")));
        return page;
    }
}
