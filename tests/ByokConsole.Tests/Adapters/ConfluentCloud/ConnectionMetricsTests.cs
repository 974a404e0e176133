using System.Net;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConnectionMetricsTests : IDisposable
{
    private const string Host = "https://api.telemetry.confluent.cloud";
    private const string Query = $"{Host}/v2/metrics/cloud/query";
    private static readonly DateTimeOffset From = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IConnectionMetrics Metrics => _ports.Get<IConnectionMetrics>();

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Connections_are_asked_for_minute_by_minute_with_the_cloud_key()
    {
        _ports.Cloud.On(HttpMethod.Post, Query, HttpStatusCode.OK, """
            {"data":[{"timestamp":"2026-11-24T09:01:00Z","value":2.0},{"timestamp":"2026-11-24T09:00:00Z","value":3.0},{"timestamp":"2026-11-24T09:02:00Z"},{}],"unknown":1}
            """);

        var answer = await Metrics.ConnectionsAsync("lkc-1", From, From.AddHours(1), Cancellation);

        Assert.Equal([new MetricPoint(From, 3), new MetricPoint(From.AddMinutes(1), 2)], answer.Value);
        var seen = Assert.Single(_ports.Cloud.Seen);
        Assert.StartsWith("Basic ", seen.Authorization, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(seen.Body);
        using var expected = JsonDocument.Parse("""
            {"aggregations":[{"metric":"io.confluent.kafka.server/active_connection_count"}],"filter":{"field":"resource.kafka.id","op":"EQ","value":"lkc-1"},
             "granularity":"PT1M","intervals":["2026-11-24T09:00:00Z/2026-11-24T10:00:00Z"],"limit":1000}
            """);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), seen.Body);
    }

    [Theory]
    [InlineData("metric.principal_id")]
    [InlineData("principal_id")]
    public async Task Principals_are_told_where_the_metric_has_them(string label)
    {
        Describe(label);
        _ports.Cloud.On(HttpMethod.Post, Query, HttpStatusCode.OK, """
            {"data":[{"timestamp":"2026-11-24T09:00:00Z","metric.principal_id":"sa-1","value":1},{"timestamp":"2026-11-24T09:00:00Z","metric.principal_id":"sa-2","value":7},
             {"timestamp":"2026-11-24T09:00:00Z","metric.principal_id":"sa-3","value":0}]}
            """);

        var answer = await Metrics.PrincipalsAsync("lkc-1", From, From.AddMinutes(1), Cancellation);

        Assert.Equal([new ConnectedPrincipal("sa-2", 7), new ConnectedPrincipal("sa-1", 1)], answer.Value);
        Assert.Contains("\"group_by\":[\"metric.principal_id\"]", _ports.Cloud.Seen[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_the_metric_lacks_is_not_asked_for()
    {
        Describe("resource.kafka.id");

        Assert.Empty((await Metrics.PrincipalsAsync("lkc-1", From, From.AddMinutes(1), Cancellation)).Value);
        Assert.DoesNotContain(_ports.Cloud.Seen, request => request.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, FaultKind.Forbidden)]
    [InlineData(HttpStatusCode.TemporaryRedirect, FaultKind.Malformed)]
    [InlineData(HttpStatusCode.OK, FaultKind.Malformed)]
    public async Task No_data_is_a_fault_and_never_zero(HttpStatusCode status, FaultKind kind)
    {
        _ports.Cloud.On(HttpMethod.Post, Query, status, "{}");

        var answer = await Metrics.ConnectionsAsync("lkc-1", From, From.AddHours(1), Cancellation);

        Assert.Equal((kind, false), (answer.Fault!.Kind, answer.Fault.OutcomeUnknown));
        Assert.Single(_ports.Cloud.Seen);
    }

    private void Describe(string label)
        => _ports.Cloud.On(HttpMethod.Get, $"{Host}/v2/metrics/cloud/descriptors/metrics?resource_type=kafka", HttpStatusCode.OK, $$"""
            {"data":[{"name":"io.confluent.kafka.server/active_connection_count","labels":[{"key":"{{label}}"} ]},{"name":"x"}],"meta":{} }
            """);
}
