using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ByokConsole.TestProcesses;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>The console that was built, as a process of its own, attached to a sandbox that outlives it.</summary>
internal sealed class RealConsole : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly HttpClient _client;

    private RealConsole(ServerProcess process)
        => (_process, _client) = (process, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = process.Address });

    public static async Task<RealConsole> StartAsync(string dataFolder, string envFile)
        => new(await ServerProcess.StartAsync(Programs.AttachedConsole(dataFolder, envFile)));

    /// <summary>What the API said when it last refused something.</summary>
    public string Refusal { get; private set; } = "nothing was refused";

    /// <summary>Asks the API; what it refuses is asked again by whoever waits for the effect.</summary>
    public async Task AskAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(body ?? []);
        using var response = await _client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
            Refusal = $"{method} {path}: {await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }
}
