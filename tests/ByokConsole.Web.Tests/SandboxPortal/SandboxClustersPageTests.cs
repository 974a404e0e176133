using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The sandbox's clusters and their clients.</summary>
public sealed class SandboxClustersPageTests : PortalTestContext
{
    [Theory]
    [InlineData(12, "Stop the clients", """PUT connections/lkc-st4g1n {"count":0}""", "The clients of payments-staging are stopped.")]
    [InlineData(0, "Connect 12 clients", """PUT connections/lkc-st4g1n {"count":12}""", "12 clients are connected to payments-staging.")]
    public async Task Clients_are_stopped_and_connected(int clients, string word, string act, string said)
    {
        Host.Lists["clusters"] = $"[{Cluster(clients)}]";
        var page = Render<SandboxClustersPage>();
        Assert.Equal(["payments-staging lkc-st4g1n", "westeurope", "cck-st4g1", "Provisioned", $"{clients}", word], page.FindAll("td").Select(Text));

        await ClickAsync(page, word);

        Assert.Equal(act, Assert.Single(Host.Acts));
        Assert.Equal(said, Text(page.Find(".done")));
    }

    [Fact]
    public void A_cluster_that_comes_up_says_when_it_is_ready()
    {
        Host.Lists["clusters"] = $"[{Cluster(0).Replace("\"isReady\":true", "\"isReady\":false", StringComparison.Ordinal)}]";

        Assert.Equal("Provisioning ready in 20 s", Text(Render<SandboxClustersPage>().FindAll("td")[3]));
    }

    private static string Cluster(int clients) => $$"""
        {"id":"lkc-st4g1n","environmentId":"env-4mq7d","displayName":"payments-staging","region":"westeurope","isReady":true,
        "readyAt":"2026-11-29T12:00:20+00:00","registrationId":"cck-st4g1","wrappedBy":null,"deletionProtection":false,
        "createdAt":"2026-11-10T00:00:00+00:00","clients":{{clients}}}
        """;
}
