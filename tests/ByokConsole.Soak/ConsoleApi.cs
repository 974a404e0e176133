using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Soak;

/// <summary>A client of the console's API as a careful program is one: what got no answer is sent again under the same name.</summary>
internal sealed class ConsoleApi(Uri console, CancellationToken cancellationToken) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client = new() { BaseAddress = new Uri(console, "api/v1/"), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Requests that had to be sent again.</summary>
    public int Repeats { get; private set; }

    public async Task<JsonObject> PostAsync(string path, JsonObject? body)
    {
        var name = Guid.NewGuid().ToString();
        return await AskAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? []) };
            request.Headers.Add("Idempotency-Key", name);
            return request;
        });
    }

    public Task<JsonObject> GetAsync(string path) => AskAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Follows a run until it has ended or asks a person.</summary>
    public async Task<JsonObject> FollowAsync(JsonObject started)
    {
        while (true)
        {
            var run = await GetAsync($"runs/{(string)started["id"]!}");
            if ((bool)run["has_ended"]! || (string?)run["state"] == "needs_person")
                return run;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonObject> AskAsync(Func<HttpRequestMessage> create)
    {
        while (true)
        {
            if (await TryAsync(create) is { } answer)
                return answer;
            Repeats++;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Null where it is to be sent again: no answer came, the console or a cloud is in trouble, or what it waits for has not come yet.</summary>
    /// <exception cref="InvalidOperationException">The console refused it for good.</exception>
    private async Task<JsonObject?> TryAsync(Func<HttpRequestMessage> create)
    {
        try
        {
            using var request = create();
            using var response = await _client.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
                return JsonNode.Parse(text)!.AsObject();
            return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.UnprocessableEntity or >= HttpStatusCode.InternalServerError
                ? null
                : throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {text}");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
