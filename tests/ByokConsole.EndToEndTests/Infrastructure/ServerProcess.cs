using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>The real console, or the sandbox alone, as a child process on a free loopback port, so that a test can kill it.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>A build machine may be busy.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    /// <summary>A proxy that is not there: what does not go to the sandbox goes nowhere, in Live mode too.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Assembly program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in (string[])[program.Location, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["HTTPS_PROXY"] = Nowhere;
        foreach (var (name, value) in ContractOfJourneys.Environment)
            start.Environment[name] = value;
        ContractOfJourneys.IsExpected = true;
        start.Environment.Remove("NO_PROXY");
        start.Environment.Remove("ASPNETCORE_URLS");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"It ended before it was ready:\n{Output}"));
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Everything it wrote so far; a test greps it for secrets.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>A console with this data folder; unless told otherwise, with a sandbox inside.</summary>
    public static Task<ServerProcess> StartConsoleAsync(string dataFolder, params IEnumerable<string> more)
        => StartAsync(
            typeof(Web.Hosting.ConsoleApplication).Assembly, ["--urls", "http://127.0.0.1:0", "--DataFolder", dataFolder, "--Sandbox:Port", "0", .. more]);

    /// <summary>The sandbox alone; consoles attach to it by the <c>sandbox/sandbox.env</c> in its data folder.</summary>
    public static Task<ServerProcess> StartSandboxAsync(string dataFolder)
        => StartAsync(typeof(Sandbox.SandboxServer).Assembly, ["--port", "0", "--data", dataFolder]);

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(Assembly program, IReadOnlyList<string> arguments)
    {
        var server = new ServerProcess(program, arguments);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Address = await server._ready.Task.WaitAsync(StartLimit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (ReadyLine().Match(line) is { Success: true } match)
            _ready.TrySetResult(new Uri(match.Groups["url"].Value));
    }

    [GeneratedRegex(@"is ready: (?<url>http://(?:127\.0\.0\.1|localhost|\[::1\]):\d+)")]
    private static partial Regex ReadyLine();
}
