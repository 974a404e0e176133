using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>The console that was built, as a process of its own, attached to a sandbox that outlives it.</summary>
internal sealed class RealConsole : IAsyncDisposable
{
    private const string Ready = "ByokConsole is ready: ";

    private readonly Process _process;
    private readonly HttpClient _client;
    private bool _isDead;

    private RealConsole(Process process, Uri address)
        => (_process, _client) = (process, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address });

    /// <exception cref="InvalidOperationException">It ended before it was ready.</exception>
    public static async Task<RealConsole> StartAsync(string dataFolder, string envFile)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(ConsoleApplication).Assembly.Location,
                "--urls", "http://127.0.0.1:0", "--DataFolder", dataFolder, "--Sandbox:EnvFile", envFile,
            ])
        {
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        var process = Process.Start(start)!;
        List<string> said = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.StartsWith(Ready, StringComparison.Ordinal))
                continue;
            // What nobody reads would stop it once the pipe is full.
            _ = process.StandardOutput.ReadToEndAsync();
            return new RealConsole(process, new Uri(line[Ready.Length..]));
        }

        throw new InvalidOperationException($"The console ended: {string.Join('\n', said)}");
    }

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
        if (_isDead)
            return;
        _isDead = true;
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
