using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Web.Api;

/// <summary>Runs over HTTP: listed, followed, answered, cancelled.</summary>
public sealed class RunApiTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    [Fact]
    public async Task A_deletion_asks_for_the_name_and_goes_on_with_the_right_answer_only()
    {
        var started = await api.AskAsync(HttpMethod.Delete, "/api/v1/environments/env-4mq7d/clusters/lkc-st4g1n");
        Assert.Equal((202, "delete_cluster"), (started.Status, (string)started.Json["kind"]!));
        var id = (string)started.Json["id"]!;
        var question = await QuestionOfAsync(id);
        var choice = question["choices"]!.AsArray().Single(one => (bool)one!["is_irreversible"]!)!;

        var wrong = await AnswerAsync(id, question, choice, "another-cluster");
        var stale = await api.AskAsync(HttpMethod.Post, $"/api/v1/runs/{id}/answer", new JsonObject { ["mark"] = "stale", ["choice"] = (string)choice["id"]! });
        var cancelled = await api.AskAsync(HttpMethod.Post, $"/api/v1/runs/{id}/cancel");

        Assert.Equal("payments-staging", (string)choice["expected_text"]!);
        Assert.Equal((422, "text_differs"), (wrong.Status, (string)wrong.Json["code"]!));
        Assert.Equal((409, "no_longer_asked"), (stale.Status, (string)stale.Json["code"]!));
        Assert.Equal((200, "cancelled"), (cancelled.Status, (string)cancelled.Json["state"]!));
        Assert.Contains("PROVISIONED", (await api.AskAsync(HttpMethod.Get, "/api/v1/environments/env-4mq7d/clusters/lkc-st4g1n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_kind_state_and_environment()
    {
        var started = await api.AskAsync(HttpMethod.Post, "/api/v1/environments/env-4mq7d/clusters/lkc-st4g1n/revocation");
        var id = (string)started.Json["id"]!;
        await QuestionOfAsync(id);

        Assert.Contains(id, await IdsAsync("?kind=revoke_access&state=needs_person&environment_id=env-4mq7d"));
        Assert.DoesNotContain(id, await IdsAsync("?kind=create_cluster"));
        Assert.DoesNotContain(id, await IdsAsync("?environment_id=env-9kx2v"));
        var log = await api.AskAsync(HttpMethod.Get, $"/api/v1/runs/{id}/log");
        Assert.NotEmpty(log.Json["data"]!.AsArray());
        await api.AskAsync(HttpMethod.Post, $"/api/v1/runs/{id}/cancel");
    }

    [Theory]
    [InlineData("GET", "/api/v1/runs/run-none")]
    [InlineData("GET", "/api/v1/runs/run-none/log")]
    [InlineData("GET", "/api/v1/runs/run-none/events")]
    [InlineData("POST", "/api/v1/runs/run-none/cancel")]
    public async Task A_run_that_is_not_there_is_told(string method, string path)
    {
        var answer = await api.AskAsync(new HttpMethod(method), path);

        Assert.Equal((404, "There is no run run-none. Check the id, or list them."), (answer.Status, (string)answer.Json["detail"]!));
    }

    private Task<ApiAnswer> AnswerAsync(string id, JsonNode question, JsonNode choice, string text) => api.AskAsync(
        HttpMethod.Post, $"/api/v1/runs/{id}/answer",
        new JsonObject { ["mark"] = (string)question["mark"]!, ["choice"] = (string)choice["id"]!, ["text"] = text });

    /// <summary>Follows the run until it asks something.</summary>
    private async Task<JsonNode> QuestionOfAsync(string id)
    {
        using var response = await api.Console.Client.GetAsync(
            new Uri($"/api/v1/runs/{id}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var events = System.Net.ServerSentEvents.SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await foreach (var item in events.EnumerateAsync(TestContext.Current.CancellationToken))
        {
            if (JsonNode.Parse(item.Data)!["question"] is { } question)
                return question;
        }
        throw new InvalidOperationException("The run ended without a question.");
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string query)
        => [.. (await api.AskAsync(HttpMethod.Get, "/api/v1/runs" + query)).Json["data"]!.AsArray().Select(run => (string)run!["id"]!)];
}
