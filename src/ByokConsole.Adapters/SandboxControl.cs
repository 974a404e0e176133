using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ByokConsole.Adapters;

/// <summary>
/// Does to a sandbox what no cloud lets anybody do: moves its clock, stops its clients. Through its control host, as any program does that has
/// read its <c>sandbox.env</c>.
/// </summary>
public sealed class SandboxControl(CloudTransport transport, string envFile)
{
    private static readonly Uri Host = new("https://sandbox.byokconsole.test/");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Moves the clouds' time ahead; null when it was moved, else why not.</summary>
    public Task<string?> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken) => TalkAsync(
        async (client, limit) =>
        {
            using var response = await client.PostAsJsonAsync("clock", new { advanceSeconds = (long)by.TotalSeconds }, limit).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : $"The sandbox did not move its clock ({(int)response.StatusCode}). It runs ten years ahead at most.";
        },
        cancellationToken);

    /// <summary>Stops every client of every cluster; null when they are stopped, else why not.</summary>
    public Task<string?> StopClientsAsync(CancellationToken cancellationToken) => TalkAsync(
        async (client, limit) =>
        {
            var clusters = await client.GetFromJsonAsync<List<ClusterClients>>("connections", limit).ConfigureAwait(false) ?? [];
            foreach (var connected in clusters.Where(one => one.Count > 0))
            {
                using var response = await client.PutAsJsonAsync($"connections/{connected.Cluster}", new { count = 0 }, limit).ConfigureAwait(false);
                if (!response.IsSuccessStatusCode)
                    return $"The sandbox did not stop the clients of {connected.Cluster} ({(int)response.StatusCode}).";
            }

            return null;
        },
        cancellationToken);

    private async Task<string?> TalkAsync(Func<HttpClient, CancellationToken, Task<string?>> talk, CancellationToken cancellationToken)
    {
        if (SandboxEnvironmentFile.ReadControlToken(envFile) is not { } token)
            return $"The sandbox's file {envFile} holds no SANDBOX_CONTROL_TOKEN. Start the sandbox again to write it anew.";
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var client = new HttpClient(transport.Handler, disposeHandler: false) { BaseAddress = Host };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await talk(client, limit.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return "The sandbox does not answer. Is it still running?";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "The sandbox does not answer. Is it still running?";
        }
    }

    private sealed record ClusterClients(string Cluster, int Count);
}
