using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.ClusterOverview;
using ByokConsole.Web.Tests.Shared.Clusters;

namespace ByokConsole.Web.Tests.ClusterOverview;

public sealed class ClusterOverviewPageTests : PageTestContext
{
    [Fact]
    public void Every_fact_can_be_copied()
    {
        Kafka.Clusters.Add(Samples.Cluster);

        var page = Open();

        Assert.Equal("payments-staging", page.Find("h1").TextContent);
        string[] copied = [.. page.FindAll(".fact [data-copy]").Select(button => button.GetAttribute("data-copy")!)];
        Assert.Equal(page.FindAll(".fact").Count, copied.Length);
        foreach (var fact in (string[])["lkc-st4g1n", "env-4mq7d", "1 CKU", "Azure", "westeurope", "single zone", Samples.Cluster.BootstrapEndpoint!, Samples.Cluster.RestEndpoint!])
            Assert.Contains(fact, copied);
    }

    [Fact]
    public void Tabs_lead_to_the_security_settings()
    {
        Kafka.Clusters.Add(Samples.Cluster);

        var tabs = Open().FindAll("nav[aria-label=Cluster] a");

        Assert.Equal(["Overview", "Security"], tabs.Select(tab => tab.TextContent));
        Assert.Equal("page", tabs[0].GetAttribute("aria-current"));
        Assert.Equal("/environments/env-4mq7d/clusters/lkc-st4g1n/settings/security", tabs[1].GetAttribute("href"));
    }

    [Fact]
    public async Task The_cluster_is_there_as_code()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Registrations.Registrations.Add(Samples.Registration);

        var page = Open();
        await page.OpenCodeAsync();

        Assert.Contains("confluent_byok_key", page.Code(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cck-st4g1", "encrypted with your key")]
    [InlineData(null, "Automatic: Confluent makes and keeps the key")]
    public void It_says_who_holds_the_key(string? registration, string said)
    {
        Kafka.Clusters.Add(Samples.Cluster with { KeyRegistrationId = registration });

        Assert.Contains(said, Open().Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cck-st4g1", 1)]
    [InlineData(null, 0)]
    public void It_leads_to_the_deletion_and_where_the_key_is_yours_to_the_revocation(string? registration, int revocations)
    {
        Kafka.Clusters.Add(Samples.Cluster with { KeyRegistrationId = registration });

        var page = Open();

        Assert.Single(page.FindAll("a[href='/environments/env-4mq7d/clusters/lkc-st4g1n/delete']"));
        Assert.Equal(revocations, page.FindAll("a[href='/environments/env-4mq7d/clusters/lkc-st4g1n/revoke']").Count);
    }

    [Fact]
    public void A_cluster_that_is_being_made_names_its_run_and_is_looked_at_again()
    {
        Kafka.Clusters.Add(Samples.Cluster with { Phase = "PROVISIONING", BootstrapEndpoint = null, RestEndpoint = null });
        RunStore.Put(Samples.Run with { Facts = new RunFacts { ClusterId = "lkc-st4g1n" } });
        var page = Open();
        Assert.NotEmpty(page.FindAll("a[href='/runs/run-2f81']"));
        Assert.Contains("Confluent gives it when the cluster runs", page.Markup, StringComparison.Ordinal);

        Kafka.Clusters[0] = Samples.Cluster;
        LookAgain(page);

        page.WaitForAssertion(() => Assert.Contains(Samples.Cluster.RestEndpoint!, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cluster_that_failed_says_what_that_means()
    {
        Kafka.Clusters.Add(Samples.Cluster with { Phase = "FAILED" });

        Assert.Contains("Confluent could not make this cluster.", Open().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.NotFound, "env-4mq7d has no cluster lkc-st4g1n")]
    [InlineData(FaultKind.Forbidden, "it does not exist, or the console's API key may not see it")]
    public void A_cluster_that_is_not_there_is_a_clear_page(FaultKind kind, string said)
    {
        Kafka.Fault = new CloudFault(CloudService.ConfluentCloud, kind, "No.");

        var page = Open();

        Assert.Equal("No such cluster", page.Find("h1").TextContent);
        Assert.Contains(said, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void A_cloud_that_was_away_is_asked_again_without_a_hand()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Kafka.Fault = Samples.Unreachable;
        var page = Open();

        Kafka.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(5));

        page.WaitForAssertion(() => Assert.Equal("payments-staging", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task A_cloud_that_is_away_can_be_tried_again()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Kafka.Fault = Samples.Unreachable;
        var page = Open();

        Kafka.Fault = null;
        await ClickAsync(page, "Try again");

        page.WaitForAssertion(() => Assert.Equal("payments-staging", page.Find("h1").TextContent));
    }

    private IRenderedComponent<ClusterOverviewPage> Open()
    {
        var page = Render<ClusterOverviewPage>(p => p.Add(x => x.EnvironmentId, Samples.Staging).Add(x => x.ClusterId, "lkc-st4g1n"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".loading")));
        return page;
    }
}
