using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>
/// <c>api.telemetry.confluent.cloud</c>: the Metrics API v2 with the one metric that tells whether anyone is still connected.
/// </summary>
public sealed class MetricsCloud(World world, CloudClock clock, ApiKeyGate gate)
{
    /// <summary>Published: requests per minute and address, on real time.</summary>
    public const int Limit = 300;

    private readonly RateWindow _rate = new(clock.Real, TimeSpan.FromMinutes(1), () => Limit);
    private readonly ActiveConnections _connections = new(world, clock);

    public Reply Answer(Call call)
    {
        if (!gate.Admits(call.Header("Authorization")))
            return MetricsErrors.Of(401, "The API key or secret is not valid. Use a Cloud API key.").With("WWW-Authenticate", "Basic");
        call.Caller = SeededIds.ConfluentApiKey;
        var count = _rate.Count();
        var reply = count.Left < 0
            ? MetricsErrors.Of(429, $"More than {Limit} requests in a minute.").With("Retry-After", Text(count.Reset))
            : Route(call);
        return reply
            .With("rateLimit-limit", Text(Limit))
            .With("rateLimit-remaining", Text(Math.Max(0, count.Left)))
            .With("rateLimit-reset", Text(count.Reset));
    }

    private Reply Route(Call call) => (call.Method, call.Segments) switch
    {
        ("POST", ["v2", "metrics", "cloud", "query"]) => Query(call),
        ("GET", ["v2", "metrics", "cloud", "descriptors", "metrics"]) => Descriptors(call),
        (_, ["v2", "metrics", "cloud", "query"]) => MetricsErrors.Of(405, "A query is a POST.").With("Allow", "POST"),
        (_, ["v2", "metrics", "cloud", "descriptors", "metrics"])
            => MetricsErrors.Of(405, "Descriptors are read with GET.").With("Allow", "GET"),
        _ => MetricsErrors.Of(404, $"The sandbox serves no {call.Path}."),
    };

    private Reply Query(Call call)
    {
        if (call.Json() is not { } body)
            return MetricsErrors.Of(400, "The request body is not a JSON object.");
        var (query, problems) = MetricsQuery.Read(body, clock.GetUtcNow());
        if (query is null)
            return MetricsErrors.Of(400, problems);
        if (query.Filter.Named.FirstOrDefault(id => world.Clusters.Find(id) is not { DeletedAt: null }) is { } hidden)
            return MetricsErrors.Of(403, $"Not authorized to query metrics for resource {hidden}");
        var clusters = query.Filter.Named.Where(id => query.Filter.Admits(id)).Order(StringComparer.Ordinal)
            .Select(id => world.Clusters.Find(id)).OfType<ClusterRecord>();
        return new Reply(200, new JsonObject { ["data"] = query.IsGroupedBy ? Grouped(query, clusters) : Total(query, clusters) });
    }

    private JsonArray Total(MetricsQuery query, IEnumerable<ClusterRecord> clusters)
        => JsonReading.Array(clusters.SelectMany(cluster => _connections.Of(cluster, query))
            .GroupBy(point => point.At)
            .OrderByDescending(bucket => bucket.Key)
            .Select(bucket => (JsonNode)Point(bucket.Key, bucket.Sum(point => point.Value))));

    private JsonArray Grouped(MetricsQuery query, IEnumerable<ClusterRecord> clusters)
    {
        var groups = clusters.Select(cluster => (cluster.Id, Points: _connections.Of(cluster, query)))
            .Where(group => group.Points.Count > 0)
            .Take(query.Limit);
        return JsonReading.Array(query.IsNested
            ? groups.Select(group => (JsonNode)new JsonObject
            {
                [ResourceFilter.Label] = group.Id,
                ["points"] = JsonReading.Array(group.Points.Select(point => (JsonNode)Point(point.At, point.Value))),
            })
            : groups.SelectMany(group => group.Points.Select(point =>
            {
                var flat = Point(point.At, point.Value);
                flat[ResourceFilter.Label] = group.Id;
                return (JsonNode)flat;
            })));
    }

    private static JsonObject Point(DateTimeOffset at, double value)
        => new() { ["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), ["value"] = value };

    private static Reply Descriptors(Call call)
    {
        var isWanted = call.Query["resource_type"].ToString() is "" or "kafka";
        var data = isWanted ? new JsonArray(Descriptor()) : [];
        return new Reply(200, new JsonObject
        {
            ["meta"] = new JsonObject { ["pagination"] = new JsonObject { ["page_size"] = 100, ["total_size"] = data.Count } },
            ["links"] = new JsonObject(),
            ["data"] = data,
        });
    }

    private static JsonObject Descriptor() => new()
    {
        ["name"] = MetricsQuery.ActiveConnections,
        ["description"] = "The count of active authenticated connections.",
        ["type"] = "GAUGE_INT64",
        ["unit"] = "1",
        ["lifecycle_stage"] = "GENERAL_AVAILABILITY",
        ["exportable"] = true,
        ["resources"] = JsonReading.Array(["kafka"]),
        ["labels"] = new JsonArray(),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
