namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>Body of POST /v2/metrics/cloud/query (Metrics API v2). Intervals are ISO 8601; the server picks the aggregation.</summary>
internal sealed record WireMetricsQuery
{
    public required IReadOnlyList<Aggregation> Aggregations { get; init; }
    public required Equality Filter { get; init; }
    public IReadOnlyList<string>? GroupBy { get; init; }
    public required string Granularity { get; init; }
    public required IReadOnlyList<string> Intervals { get; init; }
    public required int Limit { get; init; }

    internal sealed record Aggregation(string Metric);

    internal sealed record Equality(string Field, string Op, string Value);
}
