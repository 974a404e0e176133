using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>A query that can be answered (Metrics API v2, QueryRequest).</summary>
/// <param name="IsGroupedBy">Whether each cluster has points of its own; else their counts are added up.</param>
/// <param name="IsNested">Whether the answer holds groups of points (GROUPED), or points alone (FLAT).</param>
/// <param name="Limit">The most groups to answer.</param>
internal sealed record MetricsQuery(
    ResourceFilter Filter, Granularity Granularity, IReadOnlyList<Interval> Intervals, bool IsGroupedBy, bool IsNested, int Limit)
{
    public const string ActiveConnections = "io.confluent.kafka.server/active_connection_count";

    private const int DefaultLimit = 100;
    private const int MostGroups = 1000;

    /// <summary>The query, or everything that is wrong with it.</summary>
    public static (MetricsQuery? Query, IReadOnlyList<string> Problems) Read(JsonObject body, DateTimeOffset now)
    {
        var granularity = Granularity.Find(body.Text("granularity"));
        var (intervals, intervalProblem) = IntervalsOf(body, granularity, now);
        var (filter, filterProblem) = ResourceFilter.Read(body.Object("filter"));
        var groupBy = body["group_by"] is null ? [] : body.Texts("group_by") ?? [""];
        var format = body["format"] is null ? "FLAT" : body.Text("format");
        var limit = body["limit"] is null ? DefaultLimit : body.Number("limit");
        string?[] problems =
        [
            AggregationProblem(body),
            body["granularity"] is null ? "granularity must not be null"
                : granularity is null ? $"Invalid granularity. Valid values are: {Granularity.Names}" : null,
            intervalProblem,
            filterProblem ?? (filter!.Named.Count == 0 ? $"A filter on {ResourceFilter.Label} is required" : null),
            groupBy.FirstOrDefault(label => label != ResourceFilter.Label) is { } label
                ? $"Unknown group_by label '{label}'. Valid labels are: {ResourceFilter.Label}" : null,
            FormatProblem(format, groupBy.Count > 0),
            limit is null or < 1 or > MostGroups ? $"limit must be between 1 and {MostGroups}" : null,
            body["order_by"] is not null && body.Text("granularity") != "ALL" ? "order_by is only valid for granularity ALL" : null,
        ];
        return problems.OfType<string>().ToList() is { Count: > 0 } wrong
            ? (null, wrong)
            : (new(filter!, granularity!, intervals, groupBy.Count > 0, format == "GROUPED", (int)limit!), []);
    }

    private static string? FormatProblem(string? format, bool isGroupedBy) => format switch
    {
        "FLAT" => null,
        "GROUPED" when isGroupedBy => null,
        "GROUPED" => "format GROUPED is only allowed with a non-empty group_by",
        _ => "Invalid format. Valid values are: FLAT, GROUPED",
    };

    private static string? AggregationProblem(JsonObject body)
    {
        if (body["aggregations"] is not JsonArray { Count: 1 } array)
            return "aggregations must hold exactly one aggregation";
        var aggregation = array[0] as JsonObject;
        if (aggregation.Text("metric") is not ActiveConnections)
            return $"Unknown metric '{aggregation.Text("metric")}'";
        return aggregation!["agg"] is null || aggregation.Text("agg") == "SUM"
            ? null
            : $"Aggregation '{aggregation["agg"]}' is not allowed for this metric";
    }

    private static (IReadOnlyList<Interval> Intervals, string? Problem) IntervalsOf(
        JsonObject body, Granularity? granularity, DateTimeOffset now)
    {
        if (body.Texts("intervals") is not { Count: > 0 } texts)
            return ([], "intervals must not be empty");
        var intervals = texts.Select(text => Interval.Read(text, now)).ToList();
        if (intervals.IndexOf(null) is >= 0 and var wrong)
            return ([], $"Invalid interval '{texts[wrong]}': give start/end, start/duration or duration/end in ISO-8601");
        return granularity?.Longest is { } longest && intervals.Any(interval => interval!.Length > longest)
            ? ([], $"The interval is too long for granularity {body.Text("granularity")}: {longest.TotalHours} hours at most")
            : ([.. intervals.OfType<Interval>()], null);
    }
}
