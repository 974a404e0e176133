using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Web.Api;

/// <summary>The checks of a key, over HTTP.</summary>
public sealed class PreflightApiTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_check_of_a_good_key_passes_or_has_nothing_to_ask_yet()
    {
        var answer = await api.AskAsync(HttpMethod.Post, "/api/v1/preflight", api.Key());

        Assert.Equal(200, answer.Status);
        Assert.True((bool)answer.Json["passes"]!);
        var states = answer.Json["checks"]!.AsArray().ToDictionary(check => (string)check!["code"]!, check => (string)check!["state"]!);
        Assert.Equal(15, states.Count);
        Assert.All(states, check => Assert.Equal(check.Key is "grant_present" or "grant_in_force" ? "not_asked" : "pass", check.Value));
    }

    [Fact]
    public async Task What_fails_says_what_was_seen_what_would_pass_and_what_to_do()
    {
        var answer = await api.AskAsync(HttpMethod.Post, "/api/v1/preflight", api.Key(region: "northeurope"));

        Assert.False((bool)answer.Json["passes"]!);
        var region = answer.Json["checks"]!.AsArray().Single(check => (string?)check!["code"] == "region_matches")!;
        Assert.Equal(("fail", "westeurope", "northeurope"), ((string)region["state"]!, (string)region["observed"]!, (string)region["expected"]!));
        Assert.Contains("Choose a vault in northeurope", (string)region["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_stands_for_its_three_fields_and_its_grant_is_asked_about()
    {
        var answer = await api.AskAsync(HttpMethod.Post, "/api/v1/preflight", new JsonObject { ["registration_id"] = "cck-n0gr4" });

        var grant = answer.Json["checks"]!.AsArray().Single(check => (string?)check!["code"] == "grant_present")!;
        Assert.Equal("fail", (string)grant["state"]!);
        Assert.Equal(404, (await api.AskAsync(HttpMethod.Post, "/api/v1/preflight", new JsonObject { ["registration_id"] = "cck-none" })).Status);
    }

    [Fact]
    public async Task Answers_are_streamed_as_they_come_and_end_with_all_of_them()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/preflight/stream") { Content = System.Net.Http.Json.JsonContent.Create<JsonNode>(api.Key()) };
        using var response = await api.Console.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        List<SseItem<string>> events = [];
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token))
            events.Add(item);

        Assert.Equal(16, events.Count);
        Assert.All(events[..^1], item => Assert.Equal("check", item.EventType));
        Assert.Equal("done", events[^1].EventType);
        Assert.True((bool)JsonNode.Parse(events[^1].Data)!["passes"]!);
    }
}
