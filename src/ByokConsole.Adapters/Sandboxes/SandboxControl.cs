using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ByokConsole.Adapters.Sandboxes;

/// <summary>
/// Looks into a sandbox and does to it what no cloud lets anybody do. Through its control host, as any program does that has read its
/// <c>sandbox.env</c>; so it is the same for a sandbox that the console started and for one that it is attached to.
/// </summary>
public sealed class SandboxControl(CloudTransport transport, string envFile)
{
    private static readonly Uri Host = new("https://sandbox.byokconsole.test/");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task<SandboxAnswer<IReadOnlyList<T>>> ListAsync<T>(SandboxList<T> list, CancellationToken cancellationToken)
        => ReadAsync<IReadOnlyList<T>>(list.Path, cancellationToken);

    public Task<SandboxAnswer<SandboxSettings>> SettingsAsync(CancellationToken cancellationToken)
        => ReadAsync<SandboxSettings>(SandboxLists.Settings, cancellationToken);

    public Task<SandboxAnswer<SandboxStorm>> StormAsync(CancellationToken cancellationToken)
        => ReadAsync<SandboxStorm>(SandboxLists.Storm, cancellationToken);

    /// <summary>Does it; null when it is done, else why not.</summary>
    public Task<SandboxRefusal?> DoAsync(SandboxAct act, CancellationToken cancellationToken) => TalkAsync<SandboxRefusal?>(
        async (client, limit) =>
        {
            using var request = new HttpRequestMessage(act.Method, act.Path);
            if (act.Body is not null)
                request.Content = JsonContent.Create(act.Body, act.Body.GetType());
            using var response = await client.SendAsync(request, limit).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : await RefusalAsync(response, limit).ConfigureAwait(false);
        },
        refusal => refusal,
        cancellationToken);

    /// <summary>Stops every client of every cluster; null when they are stopped, else why not.</summary>
    public async Task<SandboxRefusal?> StopClientsAsync(CancellationToken cancellationToken)
    {
        var clusters = await ListAsync(SandboxLists.Clusters, cancellationToken).ConfigureAwait(false);
        if (!clusters.IsOk)
            return clusters.Refusal;
        foreach (var cluster in clusters.Value.Where(one => one.Clients > 0))
        {
            if (await DoAsync(SandboxActs.Connect(cluster.Id, 0), cancellationToken).ConfigureAwait(false) is { } refusal)
                return refusal;
        }

        return null;
    }

    private Task<SandboxAnswer<T>> ReadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
        => TalkAsync(
            async (client, limit) =>
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), limit).ConfigureAwait(false);
                return response.IsSuccessStatusCode
                    ? new SandboxAnswer<T>(await response.Content.ReadFromJsonAsync<T>(limit).ConfigureAwait(false) ?? throw new JsonException(), null)
                    : new(null, await RefusalAsync(response, limit).ConfigureAwait(false));
            },
            refusal => new(null, refusal),
            cancellationToken);

    private async Task<T> TalkAsync<T>(
        Func<HttpClient, CancellationToken, Task<T>> talk, Func<SandboxRefusal, T> refuse, CancellationToken cancellationToken)
    {
        if (SandboxEnvironmentFile.ReadControlToken(envFile) is not { } token)
            return refuse(new($"{envFile} holds no SANDBOX_CONTROL_TOKEN.", "Start the sandbox again: it writes the file anew."));
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var client = new HttpClient(transport.Handler, disposeHandler: false) { BaseAddress = Host };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await talk(client, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return refuse(new("The sandbox does not answer.", "See whether it still runs, and try again."));
        }
        catch (JsonException)
        {
            return refuse(new("The sandbox's answer cannot be read.", "Its version may be another than the console's: start both anew."));
        }
    }

    private static async Task<SandboxRefusal> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var id = response.Headers.TryGetValues("x-ms-request-id", out var ids) ? ids.FirstOrDefault() : null;
        var told = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        using var body = told.StartsWith('{') ? JsonDocument.Parse(told) : null;
        var why = Text(body, "error") ?? $"The sandbox refused with {(int)response.StatusCode} and no reason.";
        return new(why, RemedyFor((int)response.StatusCode, Text(body, "code")), Text(body, "code"), id);
    }

    private static string? Text(JsonDocument? body, string name)
        => body is not null && body.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string? RemedyFor(int status, string? code) => status switch
    {
        409 when code is "ObjectIsBeingDeleted" or "ObjectIsBeingRecovered" => "That takes a moment, as in the cloud: try again in two seconds.",
        401 => "The sandbox's secrets are not those of its sandbox.env: start it again, and then the console.",
        404 => "It may be gone meanwhile: look at the list again.",
        _ => null,
    };
}
