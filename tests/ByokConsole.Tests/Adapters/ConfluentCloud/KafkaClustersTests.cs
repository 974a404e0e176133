using System.Net;
using System.Text.Json;
using ByokConsole.Core.Confluent;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class KafkaClustersTests : IDisposable
{
    private const string Host = "https://api.confluent.cloud";
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_dedicated_cluster_is_asked_for_with_network_and_key()
    {
        _ports.Cloud.On(HttpMethod.Post, $"{Host}/cmk/v2/clusters", HttpStatusCode.Accepted, Cluster("PROVISIONING"));

        var answer = await _ports.Clusters.CreateAsync(
            new()
            {
                EnvironmentId = "env-1",
                DisplayName = "orders",
                Region = "eastus",
                Availability = Availability.MultiZone,
                Cku = 2,
                NetworkId = "n-1",
                KeyRegistrationId = "cck-1",
            },
            Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.True(answer.Value.IsProvisioning);
        using var body = JsonDocument.Parse(Assert.Single(_ports.Cloud.Seen).Body);
        var expected = JsonDocument.Parse("""
            {"spec":{"display_name":"orders","availability":"MULTI_ZONE","cloud":"AZURE","region":"eastus","config":{"kind":"Dedicated","cku":2},
             "environment":{"id":"env-1"},"network":{"id":"n-1"},"byok":{"id":"cck-1"}}}
            """);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), body.RootElement.ToString());
    }

    [Fact]
    public async Task What_was_not_chosen_is_not_sent()
    {
        _ports.Cloud.On(HttpMethod.Post, $"{Host}/cmk/v2/clusters", HttpStatusCode.Accepted, Cluster("PROVISIONING"));

        await _ports.Clusters.CreateAsync(
            new() { EnvironmentId = "env-1", DisplayName = "orders", Region = "eastus", Availability = Availability.SingleZone, Cku = 1 }, Cancellation);

        using var body = JsonDocument.Parse(Assert.Single(_ports.Cloud.Seen).Body);
        var spec = body.RootElement.GetProperty("spec");
        Assert.Equal("SINGLE_ZONE", spec.GetProperty("availability").GetString());
        Assert.False(spec.TryGetProperty("network", out _) || spec.TryGetProperty("byok", out _));
    }

    [Theory]
    [InlineData("PROVISIONED")]
    [InlineData("FAILED")]
    [InlineData("A_PHASE_OF_TOMORROW")]
    public async Task A_cluster_is_read_with_its_key_and_endpoints(string phase)
    {
        _ports.Cloud.On(HttpMethod.Get, $"{Host}/cmk/v2/clusters/lkc-1?environment=env-1", HttpStatusCode.OK, Cluster(phase));

        var cluster = (await _ports.Clusters.GetAsync("env-1", "lkc-1", Cancellation)).Value;

        Assert.Equal(
            ("lkc-1", "env-1", "Dedicated", "AZURE", "eastus", Availability.SingleZone, phase, "cck-1", "n-1"),
            (cluster.Id, cluster.EnvironmentId, cluster.Type, cluster.Cloud, cluster.Region, cluster.Availability, cluster.Phase,
                cluster.KeyRegistrationId, cluster.NetworkId));
        Assert.Equal((2, 1), (cluster.Cku, cluster.StatusCku));
        Assert.Equal(("lkc-1.example:9092", "https://lkc-1.example"), (cluster.BootstrapEndpoint, cluster.RestEndpoint));
        Assert.True(cluster.DeletionProtection);
    }

    [Fact]
    public async Task The_public_endpoint_is_taken_from_the_newer_map_where_there_is_one()
    {
        _ports.Cloud.On(HttpMethod.Get, $"{Host}/cmk/v2/clusters", HttpStatusCode.OK, """
            {"data":[{"id":"lkc-2","spec":{"display_name":"b","config":{"kind":"Basic"},"cloud":"aws","region":"us-east-1","byok":{"id":""},
              "endpoints":{"ap-1":{"kafka_bootstrap_endpoint":"private:9092"},"PUBLIC":{"kafka_bootstrap_endpoint":"public:9092","http_endpoint":"https://public"}}},
              "status":{"phase":"PROVISIONED"}}],"metadata":{}}
            """);

        var cluster = Assert.Single((await _ports.Clusters.ListAsync("env-1", Cancellation)).Value);

        Assert.Equal(("public:9092", "https://public", "env-1", null, null), (cluster.BootstrapEndpoint, cluster.RestEndpoint, cluster.EnvironmentId, cluster.KeyRegistrationId, cluster.Cku));
    }

    [Fact]
    public async Task Environments_and_networks_are_listed_and_ids_cannot_add_parameters()
    {
        _ports.Cloud
            .On(HttpMethod.Get, $"{Host}/org/v2/environments", HttpStatusCode.OK, """{"data":[{"id":"env-1","display_name":"default"}],"metadata":{}}""")
            .On(HttpMethod.Get, $"{Host}/networking/v1/networks", HttpStatusCode.OK, """
                {"data":[{"id":"n-1","spec":{"display_name":"pl","cloud":"AZURE","region":"eastus","connection_types":["PRIVATELINK","TRANSITGATEWAY"]},"status":{"phase":"READY"}},
                         {"id":"n-2","spec":{"cloud":"AZURE","region":"eastus","connection_types":["PEERING"],"cidr":"10.20.0.0/16"},"status":{"phase":"SLEEPING"}}],"metadata":{}}
                """);

        var environments = await _ports.Clusters.ListEnvironmentsAsync(Cancellation);
        var networks = (await _ports.Clusters.ListNetworksAsync("env-1&spec.cidr=x#", Cancellation)).Value;

        Assert.Equal([new ConfluentEnvironment("env-1", "default")], environments.Value);
        Assert.Equal([NetworkKind.PrivateLink], networks[0].Kinds);
        Assert.True(networks[0].IsReady);
        Assert.Equal(("n-2", "10.20.0.0/16", "SLEEPING"), (networks[1].DisplayName, networks[1].Cidr, networks[1].Phase));
        Assert.Equal("?environment=env-1%26spec.cidr%3Dx%23&page_size=100", _ports.Cloud.Seen[^1].Uri.Query);
    }

    private static string Cluster(string phase)
        => $$$"""
            {"api_version":"cmk/v2","kind":"Cluster","id":"lkc-1","metadata":{"created_at":"2026-11-24T09:00:00Z"},
             "spec":{"display_name":"orders","availability":"LOW","cloud":"AZURE","region":"eastus","config":{"kind":"Dedicated","cku":2,"zones":["1"]},
              "kafka_bootstrap_endpoint":"lkc-1.example:9092","http_endpoint":"https://lkc-1.example","deletion_protection":true,
              "environment":{"id":"env-1","related":"x"},"network":{"id":"n-1"},"byok":{"id":"cck-1"}},
             "status":{"phase":"{{{phase}}}","cku":1}}
            """;
}
