using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>The Metrics API: who is still connected, minute by minute.</summary>
[Collection(ConfluentSandbox.Name)]
public sealed class MetricsTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    private const string Host = "https://api.telemetry.confluent.cloud";
    private const string Query = Host + "/v2/metrics/cloud/query";
    private const string Descriptors = Host + "/v2/metrics/cloud/descriptors/metrics";
    private const string Staging = "lkc-st4g1n";

    [Fact]
    public async Task Each_minute_has_one_point_and_the_last_three_minutes_have_none_yet()
    {
        var answer = (await QueryAsync(Body(interval: "now-30m|m/now+1h"))).Expect(200);

        var now = answer.Message.Headers.Date!.Value;
        var points = Points(answer);
        Assert.InRange((now - points[0].At).TotalMinutes, 3, 4.1);
        Assert.Equal(TimeSpan.Zero, TimeSpan.FromTicks(points[0].At.Ticks % TimeSpan.TicksPerMinute));
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(1), pair.First.At - pair.Second.At));
        Assert.InRange(points.Count, 27, 28);
        Assert.All(points, point => Assert.Equal(12, point.Value));
    }

    [Fact]
    public async Task Clients_that_stop_are_seen_to_have_stopped_and_the_past_stays_as_it_was_whatever_the_clock_does()
    {
        var before = await NowAsync();
        await ConnectAsync(Staging, 0);
        var after = await NowAsync();
        await AdvanceAsync(TimeSpan.FromHours(20));

        Assert.All(Points((await QueryAsync(Body(interval: "now-10m|m/PT6M"))).Expect(200)), point => Assert.Equal(0, point.Value));
        var past = Points((await QueryAsync(Body(interval: $"{Text(before.AddHours(-1))}/{Text(before.AddHours(1))}"))).Expect(200));
        Assert.Equal(120, past.Count);
        Assert.All(past.Where(point => point.At <= before), point => Assert.Equal(12, point.Value));
        Assert.All(past.Where(point => point.At >= after), point => Assert.Equal(0, point.Value));

        await ConnectAsync(Staging, 5);
        await AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(5, Points((await QueryAsync(Body(interval: "now-10m|m/now"))).Expect(200))[0].Value);
    }

    [Fact]
    public async Task A_cluster_younger_than_the_lag_has_no_point_which_is_not_a_zero()
    {
        var id = await ClusterAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(80));
        Assert.Empty(Points((await QueryAsync(Body(id))).Expect(200)));

        await AdvanceAsync(TimeSpan.FromMinutes(5));

        var points = Points((await QueryAsync(Body(id))).Expect(200));
        Assert.NotEmpty(points);
        Assert.All(points, point => Assert.Equal(0, point.Value));
    }

    [Fact]
    public async Task Nothing_is_told_of_a_cluster_that_is_deleted_or_somebody_elses()
    {
        var id = await ClusterAsync();
        (await QueryAsync(Body(id))).Expect(200);
        (await Cloud.ConfluentAsync(Delete, $"/cmk/v2/clusters/{id}?environment=env-9kx2v")).Expect(204);

        foreach (var hidden in (string[])[id, "lkc-nobody"])
        {
            var refused = (await QueryAsync(Body(hidden))).Expect(403);
            Assert.Equal("403", (string?)refused.At("errors")![0]!["status"]);
            Assert.Contains(hidden, (string?)refused.At("errors")![0]!["detail"], StringComparison.Ordinal);
        }

        var either = Body();
        either["filter"] = JsonNode.Parse($$"""{"op":"OR","filters":[{{Field(Staging)}},{{Field(id)}}]}""");
        (await QueryAsync(either)).Expect(403);
    }

    [Fact]
    public async Task Larger_buckets_hold_averages_and_begin_at_full_hours()
    {
        await ConnectAsync(Staging, 40);
        await AdvanceAsync(TimeSpan.FromDays(2));

        var hours = Points((await QueryAsync(Body(interval: "now-12h|h/PT3H", granularity: "PT1H"))).Expect(200));
        var all = Points((await QueryAsync(Body(interval: "now-3d/now", granularity: "ALL"))).Expect(200));

        Assert.Equal([40, 40, 40], hours.Select(hour => hour.Value));
        Assert.All(hours, hour => Assert.Equal(0, hour.At.Minute));
        Assert.InRange(Assert.Single(all).Value, 30, 31);
    }

    [Fact]
    public async Task Clusters_are_added_up_or_told_apart_as_the_query_says()
    {
        var id = await ClusterAsync();
        await ConnectAsync(id, 30);
        await AdvanceAsync(TimeSpan.FromMinutes(30));
        var body = Body(interval: "now-10m|m/PT5M");
        body["filter"] = JsonNode.Parse($$"""{"op":"OR","filters":[{{Field(Staging)}},{{Field(id)}}]}""");
        Assert.All(Points((await QueryAsync(body)).Expect(200)), point => Assert.Equal(42, point.Value));

        body["group_by"] = new JsonArray("resource.kafka.id");
        var flat = (await QueryAsync(body)).Expect(200).At("data")!.AsArray();
        Assert.Equal(5, flat.Count(point => (string?)point!["resource.kafka.id"] == id && (double)point["value"]! == 30));
        Assert.Equal(5, flat.Count(point => (string?)point!["resource.kafka.id"] == Staging && (double)point["value"]! == 12));
        body["format"] = "GROUPED";
        var grouped = (await QueryAsync(body)).Expect(200).At("data")!.AsArray();
        Assert.Equal(2, grouped.Count);
        Assert.All(grouped, group => Assert.Equal(5, group!["points"]!.AsArray().Count));
        body["limit"] = 1;
        Assert.Single((await QueryAsync(body)).Expect(200).At("data")!.AsArray());
        body["filter"] = JsonNode.Parse($$"""{"op":"AND","filters":[{{Field(id)}},{"op":"NOT","filter":{{Field(Staging)}}}]}""");
        Assert.Equal(id, (string?)Assert.Single((await QueryAsync(body)).Expect(200).At("data")!.AsArray())!["resource.kafka.id"]);
    }

    [Theory]
    [InlineData("aggregations", """null""", "aggregations")]
    [InlineData("aggregations", """[]""", "aggregations")]
    [InlineData("aggregations", """[{"metric":"io.confluent.kafka.server/wishes"}]""", "wishes")]
    [InlineData("aggregations", """[{"metric":"io.confluent.kafka.server/active_connection_count","agg":"MAX"}]""", "MAX")]
    [InlineData("filter", "null", "resource.kafka.id")]
    [InlineData("filter", """{"field":"metric.topic","op":"EQ","value":"a"}""", "metric.topic")]
    [InlineData("filter", """{"field":"resource.kafka.id","op":"LIKE","value":"a"}""", "LIKE")]
    [InlineData("filter", """{"op":"AND","filters":[]}""", "filters")]
    [InlineData("filter", """{"op":"NOT","filter":{"field":"resource.kafka.id","op":"EQ","value":"lkc-st4g1n"}}""", "resource.kafka.id")]
    [InlineData("granularity", "null", "granularity")]
    [InlineData("granularity", "\"PT2M\"", "PT1M")]
    [InlineData("intervals", "[]", "intervals")]
    [InlineData("intervals", "[\"yesterday\"]", "yesterday")]
    [InlineData("intervals", "[\"2026-01-02T00:00:00Z/2026-01-01T00:00:00Z\"]", "2026-01-02")]
    [InlineData("intervals", "[\"2026-01-01T00:00:00/PT1H\"]", "2026-01-01")]
    [InlineData("intervals", "[\"now-7h/now\"]", "6 hours")]
    [InlineData("group_by", "[\"metric.principal\"]", "metric.principal")]
    [InlineData("format", "\"GROUPED\"", "group_by")]
    [InlineData("limit", "1001", "1000")]
    [InlineData("order_by", """[{"metric":"io.confluent.kafka.server/active_connection_count"}]""", "order_by")]
    public async Task A_query_that_cannot_be_answered_is_told_why(string member, string value, string named)
    {
        var body = Body();
        body[member] = JsonNode.Parse(value);

        var refused = (await QueryAsync(body)).Expect(400);

        var error = Assert.Single(refused.At("errors")!.AsArray())!;
        Assert.Equal("400", (string?)error["status"]);
        Assert.Contains(named, (string?)error["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_query_is_told_all_that_it_lacks()
        => Assert.Equal(4, (await QueryAsync([])).Expect(400).At("errors")!.AsArray().Count);

    [Fact]
    public async Task Nothing_is_told_without_the_cloud_api_key()
    {
        using var content = JsonContent.Create(Body());

        (await Cloud.SendAsync(Post, new Uri(Query), SandboxEnvironment.BasicOf(Cloud.Environment.ConfluentKey, "wrong"), content)).Expect(401);
        (await Cloud.SendAsync(Get, new Uri(Descriptors), null, null)).Expect(401);
    }

    [Fact]
    public async Task The_descriptors_name_the_metric_and_the_answers_what_is_left_of_the_limit()
    {
        var answer = (await Cloud.SendAsync(Get, new Uri(Descriptors + "?resource_type=kafka"), Cloud.Environment.Basic, null)).Expect(200);

        var metric = Assert.Single(answer.At("data")!.AsArray())!;
        Assert.Equal("io.confluent.kafka.server/active_connection_count", (string?)metric["name"]);
        Assert.Equal("GAUGE_INT64", (string?)metric["type"]);
        Assert.Equal("300", answer.Header("rateLimit-limit"));
        var others = await Cloud.SendAsync(Get, new Uri(Descriptors + "?resource_type=connector"), Cloud.Environment.Basic, null);
        Assert.Empty(others.Expect(200).At("data")!.AsArray());
    }

    [Fact]
    public async Task Connections_are_told_and_set_on_the_control_host_for_clusters_that_exist()
    {
        var list = JsonNode.Parse((await Cloud.ControlAsync(Get, "/connections")).Expect(200).Text)!.AsArray();
        Assert.Equal("""[{"cluster":"lkc-st4g1n","count":12}]""", list.ToJsonString());

        (await Cloud.ControlAsync(Put, "/connections/lkc-nobody", new JsonObject { ["count"] = 1 })).Expect(404);
        foreach (var count in (JsonNode?[])[-1, "many", null, 1.5])
            (await Cloud.ControlAsync(Put, $"/connections/{Staging}", new JsonObject { ["count"] = count })).Expect(400);
    }

    private static JsonObject Body(string cluster = Staging, string interval = "now-1h|m/now", string granularity = "PT1M") => new()
    {
        ["aggregations"] = new JsonArray(new JsonObject { ["metric"] = "io.confluent.kafka.server/active_connection_count" }),
        ["filter"] = JsonNode.Parse(Field(cluster)),
        ["granularity"] = granularity,
        ["intervals"] = new JsonArray(interval),
    };

    private static string Field(string cluster)
        => new JsonObject { ["field"] = "resource.kafka.id", ["op"] = "EQ", ["value"] = cluster }.ToJsonString();

    private static IReadOnlyList<(DateTimeOffset At, double Value)> Points(CloudAnswer answer)
        => [.. answer.At("data")!.AsArray().Select(point => (TimeOf((string)point!["timestamp"]!), (double)point["value"]!))];

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private async Task<CloudAnswer> QueryAsync(JsonObject body)
    {
        using var content = JsonContent.Create(body);
        return await Cloud.SendAsync(Post, new Uri(Query), Cloud.Environment.Basic, content);
    }

    private async Task<DateTimeOffset> NowAsync()
        => TimeOf((await Cloud.ControlAsync(Get, "/clock")).Expect(200)["now"]!);

    private async Task ConnectAsync(string cluster, int count)
        => (await Cloud.ControlAsync(Put, $"/connections/{cluster}", new JsonObject { ["count"] = count })).Expect(204);

    private async Task<string> ClusterAsync()
        => (await Cloud.ConfluentAsync(Post, "/cmk/v2/clusters", JsonNode.Parse("""
            {"spec":{"display_name":"young","availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus",
            "config":{"kind":"Dedicated","cku":1},"environment":{"id":"env-9kx2v"}}}
            """))).Expect(202)["id"]!;
}
