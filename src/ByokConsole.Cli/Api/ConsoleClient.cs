using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ByokConsole.Cli.Api;

/// <summary>The console's API under /api/v1, in the shapes that it knows: one thing, a page, a deed, a stream.</summary>
internal sealed class ConsoleClient(ConsoleTransport transport)
{
    private const string IdempotencyKey = "Idempotency-Key";

    public Task<Reading<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => ReadAsync(() => new HttpRequestMessage(HttpMethod.Get, At(path)), false, type, cancellationToken);

    /// <summary>A whole list, all its pages.</summary>
    public async Task<IReadOnlyList<Reading<T>>> ListAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        List<Reading<T>> all = [];
        for (var next = path; next is not null;)
        {
            var page = (await GetAsync(next, WireJson.Default.Page, cancellationToken)).Value;
            all.AddRange(page.Data.Select(row => Reading<T>.Of(row!.DeepClone(), type)));
            // The console names itself as it is called, which may be another name where something stands in between.
            next = page.Metadata.Next is { } link ? path.Split('?')[0] + new Uri(link).Query : null;
        }
        return all;
    }

    /// <summary>Asks for a deed that starts something new: under a fresh key, so that it happens once though the reply be lost.</summary>
    public Task<Reading<T>> StartAsync<T>(string path, JsonObject? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid().ToString();
        return ReadAsync(() => With(HttpMethod.Post, path, body, key), true, type, cancellationToken);
    }

    /// <summary>Asks for a deed that must not be sent twice by us.</summary>
    public Task<Reading<T>> SendAsync<T>(HttpMethod method, string path, JsonObject? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => ReadAsync(() => With(method, path, body, null), false, type, cancellationToken);

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, At(path)), false, cancellationToken);
    }

    /// <summary>Text as it is, of an address that answers with text.</summary>
    public async Task<string> TextAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(() => With(method, path, body, null), false, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Server-sent events, as they come.</summary>
    public async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpMethod method, string path, JsonObject? body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(() => With(method, path, body, null), false, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            yield return item;
    }

    private async Task<Reading<T>> ReadAsync<T>(
        Func<HttpRequestMessage> compose, bool mayRepeat, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(compose, mayRepeat, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return Reading<T>.Of((await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken))!, type);
    }

    private static HttpRequestMessage With(HttpMethod method, string path, JsonObject? body, string? key)
    {
        var request = new HttpRequestMessage(method, At(path));
        // Also where there is nothing to say, the console wants it said in JSON.
        if (method != HttpMethod.Get && method != HttpMethod.Delete)
            request.Content = JsonContent.Create(body ?? [], WireJson.Default.JsonObject);
        if (key is not null)
            request.Headers.Add(IdempotencyKey, key);
        return request;
    }

    private static Uri At(string path) => new($"api/v1/{path}", UriKind.Relative);
}
