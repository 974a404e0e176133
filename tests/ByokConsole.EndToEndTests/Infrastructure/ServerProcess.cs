using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>
/// The real console as a child process on a free loopback port, with its sandbox inside and a data folder that outlives it,
/// so that a test can kill it and start it again.
/// </summary>
public sealed partial class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConsoleProcess(string dataFolder, IReadOnlyList<string> arguments)
    {
        DataFolder = dataFolder;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in (string[])[typeof(Web.Hosting.ConsoleApplication).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The console ended before it was ready:\n{Output}"));
    }

    public string DataFolder { get; }

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

    public static async Task<ConsoleProcess> StartAsync(string dataFolder, params string[] more)
    {
        var console = new ConsoleProcess(dataFolder, ["--urls", "http://127.0.0.1:0", "--DataFolder", dataFolder, "--Sandbox:Port", "0", .. more]);
        console._process.Start();
        console._process.BeginOutputReadLine();
        console._process.BeginErrorReadLine();
        console.Address = await console._ready.Task.WaitAsync(StartLimit);
        return console;
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
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

    [GeneratedRegex(@"ByokConsole.*(?<url>http://(?:127\.0\.0\.1|localhost|\[::1\]):\d+)")]
    private static partial Regex ReadyLine();
}
