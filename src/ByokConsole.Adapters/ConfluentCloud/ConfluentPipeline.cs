using System.Net;
using System.Text.Json;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The verbs that Confluent's APIs share: read one, read all pages, create, delete.</summary>
internal sealed class ConfluentPipeline(ConfluentSender sender)
{
    /// <summary>The largest page that every list admits.</summary>
    private const int PageSize = 100;

    /// <summary>A list that does not end is an error, not a loop.</summary>
    private const int MaxPages = 200;

    /// <summary>One object. An id that can be none is answered here: in a path it could mean something else ("..").</summary>
    public Task<Answer<T>> GetAsync<TWire, T>(
        CloudAct act, string path, string id, string query, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => ObjectId.IsPlausible(id)
            ? sender.AskAsync(act, new(HttpMethod.Get, $"{path}/{id}{query}", HttpStatusCode.OK), map, cancellationToken)
            : Task.FromResult(sender.Refuse<T>(act, new(FaultKind.NotFound)));

    /// <summary>The first object of a list of which there is always one.</summary>
    public Task<Answer<T>> FirstAsync<TWire, T>(CloudAct act, string path, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => sender.AskAsync<WireList<TWire>, T>(
            act,
            new(HttpMethod.Get, $"{path}?page_size=1", HttpStatusCode.OK),
            wire => wire.Data is [{ } first, ..] ? map(first) : throw new JsonException("The list is empty."),
            cancellationToken);

    /// <summary>What was refused for a reason that turned out to be that it does not exist.</summary>
    public Answer<T> NotThere<T>(CloudAct act, CloudFault refusal)
        where T : notnull
        => sender.Refuse<T>(act, new(FaultKind.NotFound) { Status = refusal.Status, Code = refusal.Code, RequestId = refusal.RequestId });

    public Task<Answer<T>> PostAsync<TWire, T>(
        CloudAct act, string path, object body, HttpStatusCode success, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => sender.AskAsync(act, new(HttpMethod.Post, path, success, body), map, cancellationToken);

    public Task<Answer<T>> PatchAsync<TWire, T>(
        CloudAct act, string path, string id, object body, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => ObjectId.IsPlausible(id)
            ? sender.AskAsync(act, new(HttpMethod.Patch, $"{path}/{id}", HttpStatusCode.OK, body), map, cancellationToken)
            : Task.FromResult(sender.Refuse<T>(act, new(FaultKind.NotFound)));

    /// <param name="query">Empty, or beginning with "?".</param>
    public Task<Answer<bool>> DeleteAsync(CloudAct act, string path, string id, string query, CancellationToken cancellationToken)
        => ObjectId.IsPlausible(id)
            ? sender.AskAsync(
                act, new(HttpMethod.Delete, $"{path}/{id}{query}", HttpStatusCode.NoContent), _ => Task.FromResult(true), cancellationToken)
            : Task.FromResult(sender.Refuse<bool>(act, new(FaultKind.NotFound)));

    /// <summary>All rows of a list, every page followed.</summary>
    /// <param name="path">Path with its filters, ending in "?" or "&amp;".</param>
    public async Task<Answer<IReadOnlyList<T>>> ListAsync<TWire, T>(
        CloudAct act, string path, Func<TWire, T> map, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        var token = "";
        for (var page = 0; page < MaxPages; page++)
        {
            var request = new ConfluentRequest(HttpMethod.Get, $"{path}page_size={PageSize}{token}", HttpStatusCode.OK);
            var answer = await sender.AskAsync<WireList<TWire>, ListPage<T>>(
                act, request, wire => ListPage<T>.Read(wire, map), cancellationToken).ConfigureAwait(false);
            if (answer.IsOk)
                rows.AddRange(answer.Value.Rows);
            if (!answer.IsOk || answer.Value.NextToken is not { } next)
                return answer.Select<IReadOnlyList<T>>(_ => rows);
            // Only the token is taken from the link: wherever it points, the next request stays on this host and keeps its filters.
            token = "&page_token=" + Uri.EscapeDataString(next);
        }

        return sender.Refuse<IReadOnlyList<T>>(act, new(FaultKind.Malformed) { Reason = "gave a list that does not end" });
    }
}
