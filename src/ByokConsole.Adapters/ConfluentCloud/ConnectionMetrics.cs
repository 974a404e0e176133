using System.Globalization;
using System.Net;
using System.Text.Json;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The connections port over the Metrics API v2. A query is a POST that changes nothing; whoever polls asks again.</summary>
internal sealed class ConnectionMetrics(ConfluentPipeline pipeline) : IConnectionMetrics
{
    private const string Metric = "io.confluent.kafka.server/active_connection_count";
    private const string PrincipalLabel = "metric.principal_id";
    private const int Limit = 1000;

    public async Task<Answer<IReadOnlyList<MetricPoint>>> ConnectionsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(clusterId, from, to, null, cancellationToken).ConfigureAwait(false);
        return answer.Select<IReadOnlyList<MetricPoint>>(rows =>
        [
            .. rows.Where(row => row is { Timestamp: not null, Value: not null })
                .Select(row => new MetricPoint(row.Timestamp!.Value.ToUniversalTime(), row.Value!.Value))
                .OrderBy(point => point.At),
        ]);
    }

    public async Task<Answer<IReadOnlyList<ConnectedPrincipal>>> PrincipalsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        // A label that a metric does not have is refused: what there is, the descriptors tell.
        var described = await pipeline.ListAsync<WireMetricDescriptor, WireMetricDescriptor>(
            Read("list the metrics"), "v2/metrics/cloud/descriptors/metrics?resource_type=kafka&", wire => wire, cancellationToken).ConfigureAwait(false);
        if (!described.IsOk)
            return described.Fault;
        if (!described.Value.Any(metric => metric.Name == Metric && metric.Labels?.Any(TellsPrincipals) is true))
            return new Answer<IReadOnlyList<ConnectedPrincipal>>([]);
        var answer = await QueryAsync(clusterId, from, to, [PrincipalLabel], cancellationToken).ConfigureAwait(false);
        return answer.Select<IReadOnlyList<ConnectedPrincipal>>(rows =>
        [
            .. rows.Where(row => row is { PrincipalId: not null, Value: > 0 })
                .GroupBy(row => row.PrincipalId!)
                .Select(group => new ConnectedPrincipal(group.Key, group.Max(row => row.Value!.Value)))
                .OrderByDescending(one => one.Connections),
        ]);
    }

    private Task<Answer<IReadOnlyList<WireMetricPoint>>> QueryAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string>? groupBy, CancellationToken cancellationToken)
        => pipeline.PostAsync<WireList<WireMetricPoint>, IReadOnlyList<WireMetricPoint>>(
            Read($"read the connections of cluster {clusterId}"),
            "v2/metrics/cloud/query",
            new WireMetricsQuery
            {
                Aggregations = [new(Metric)],
                Filter = new("resource.kafka.id", "EQ", clusterId),
                GroupBy = groupBy,
                Granularity = "PT1M",
                Intervals = [$"{Text(from)}/{Text(to)}"],
                Limit = Limit,
            },
            HttpStatusCode.OK,
            wire => wire.Data ?? throw new JsonException("The answer has no data."),
            cancellationToken);

    private static bool TellsPrincipals(WireMetricDescriptor.Label label) => label.Key is PrincipalLabel or "principal_id";

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static CloudAct Read(string what) => CloudAct.Read(CloudService.ConfluentCloud, what);
}
