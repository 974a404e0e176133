using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox.Azure;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox;

/// <summary>The request log as a watcher reads it: in parts, with names, and with the fault that a request suffered.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ControlLogTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    [Fact]
    public async Task Whoever_asked_has_a_name()
    {
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        (await Cloud.ConfluentAsync(Get, "/org/v2/environments")).Expect(200);
        (await Cloud.ControlAsync(Post, "/vaults/kv-orders-eus/keys/orders-cmk/rotate")).Expect(200);

        var log = await Cloud.ListAsync("/log");

        Assert.Equal("ByokConsole operator", CallerOf(log, "/keys/orders-cmk"));
        Assert.Equal("API key of sandbox.env", CallerOf(log, "/org/v2/environments"));
        Assert.Equal("The sandbox's operator", CallerOf(log, "/vaults/kv-orders-eus/keys/orders-cmk/rotate"));
    }

    [Fact]
    public async Task A_fault_is_told_with_the_request_that_suffered_it_and_is_used_up()
    {
        (await Cloud.ControlAsync(Post, "/faults", Object("""{"name":"ServerError","path":"/keys/audit-cmk","count":1}"""))).Expect(200);

        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(500);
        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(200);

        var entries = (await Cloud.ListAsync("/log")).Where(entry => (string?)entry["path"] == "/keys/audit-cmk").ToList();
        Assert.Equal([("ServerError", 500), (null, 200)], entries.Select(entry => ((string?)entry["fault"], (int)entry["status"]!)));
        Assert.Equal("[]", (await Cloud.ControlAsync(Get, "/faults")).Expect(200).Text);
    }

    [Theory]
    [InlineData("ServerError", 500)]
    [InlineData("TooManyRequests", 429)]
    public async Task A_request_that_a_fault_cut_short_names_who_asked_all_the_same(string fault, int status)
    {
        (await Cloud.ControlAsync(Post, "/faults", Object($$"""{"name":"{{fault}}","path":"/keys/audit-cmk"}"""))).Expect(200);
        (await Cloud.ControlAsync(Post, "/faults", Object($$"""{"name":"{{fault}}","host":"api.confluent.cloud"}"""))).Expect(200);

        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(status);
        (await Cloud.ConfluentAsync(Get, "/org/v2/environments")).Expect(status);

        var log = await Cloud.ListAsync("/log");
        Assert.Equal("ByokConsole operator", CallerOf(log, "/keys/audit-cmk"));
        Assert.Equal("API key of sandbox.env", CallerOf(log, "/org/v2/environments"));
    }

    [Fact]
    public async Task One_fault_is_taken_back_and_then_nobody_suffers_it()
    {
        var ordered = (await Cloud.ControlAsync(Post, "/faults", Object("""{"name":"ServerError","path":"/keys/audit-cmk"}"""))).Expect(200);
        var id = (int)JsonNode.Parse(ordered.Text)![0]!["id"]!;

        (await Cloud.ControlAsync(Delete, $"/faults/{id}")).Expect(204);

        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(200);
        (await Cloud.ControlAsync(Delete, $"/faults/{id}")).Expect(404);
        (await Cloud.ControlAsync(Delete, "/faults/first")).Expect(404);
    }

    [Fact]
    public async Task A_storm_rages_until_it_is_ended_and_is_told()
    {
        (await Cloud.ControlAsync(Put, "/storm", Object("""{"serverErrors":100}"""))).Expect(200);

        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(500);
        Assert.Equal(100, (int)JsonNode.Parse((await Cloud.ControlAsync(Get, "/storm")).Expect(200).Text)!["serverErrors"]!);
        (await Cloud.ControlAsync(Put, "/storm", Object("{}"))).Expect(200);
        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(200);
    }

    [Theory]
    [InlineData("""{"tooManyRequests":60,"serverErrors":41}""")]
    [InlineData("""{"resets":-1}""")]
    [InlineData("""{"stalls":"many"}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_storm_that_cannot_be_is_refused(string storm)
        => (await WithBodyAsync(storm)).Expect(400);

    private Task<CloudAnswer> WithBodyAsync(string body)
        => Cloud.ControlAsync(Put, "/storm", body.Length == 0 ? null : JsonNode.Parse(body));

    [Fact]
    public async Task Looking_at_the_sandbox_leaves_no_trace_and_changing_it_does()
    {
        (await Cloud.ControlAsync(Get, "/vaults")).Expect(200);
        (await Cloud.ControlAsync(Get, "/log")).Expect(200);
        (await Cloud.ControlAsync(Delete, "/faults")).Expect(204);

        var own = (await Cloud.ListAsync("/log")).Where(entry => (string?)entry["host"] == "sandbox.byokconsole.test").ToList();

        Assert.DoesNotContain(own, entry => (string?)entry["method"] == "GET");
        Assert.Contains(own, entry => (string?)entry["path"] == "/faults");
    }

    [Fact]
    public async Task Of_what_came_after_a_number_the_newest_are_told_and_all_where_that_number_was_never_reached()
    {
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        (await VaultAsync(Get, "/keys/audit-cmk")).Expect(200);
        var all = await Cloud.ListAsync("/log");
        var newest = (long)all[^1]["sequence"]!;

        var last = Assert.Single(await Cloud.ListAsync("/log?last=1"));

        Assert.True((long)last["sequence"]! >= newest);
        Assert.DoesNotContain(await Cloud.ListAsync($"/log?after={newest}"), entry => (long)entry["sequence"]! <= newest);
        Assert.Contains(await Cloud.ListAsync("/log?after=999999999"), entry => (long)entry["sequence"]! == newest);
    }

    private static string? CallerOf(IEnumerable<JsonNode> log, string path)
        => (string?)log.First(entry => (string?)entry["path"] == path)["callerName"];

}
