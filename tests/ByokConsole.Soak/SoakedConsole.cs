using System.Diagnostics;
using ByokConsole.TestProcesses;

namespace ByokConsole.Soak;

/// <summary>A sandbox that stands alone, and a console attached to it that is killed now and then and starts again at the same address.</summary>
internal sealed class SoakedConsole : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _sandbox;
    private readonly ServerProcess _console;

    private SoakedConsole(TemporaryFolder folder, ServerProcess sandbox, ServerProcess console)
        => (_folder, _sandbox, _console, Sandbox) = (folder, sandbox, console, SandboxClient.Of(folder.Path));

    public Uri Address => _console.Address;

    public SandboxClient Sandbox { get; }

    /// <summary>Clusters of the rounds that are over.</summary>
    public int Clusters { get; set; }

    /// <summary>How long each start after a kill took until the console was ready.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public double ConsoleMegabytes => _console.Megabytes;

    public double SandboxMegabytes => _sandbox.Megabytes;

    /// <summary>Size of the console's database with its log, in MB.</summary>
    public double DatabaseMegabytes
        => new DirectoryInfo(_folder.Path).EnumerateFiles("console.db*", SearchOption.AllDirectories).Sum(file => file.Length) / 1024.0 / 1024.0;

    public static async Task<SoakedConsole> StartAsync()
    {
        var folder = new TemporaryFolder();
        var sandbox = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        var console = await ServerProcess.StartAsync(Programs.AttachedConsole(
            folder.Path, SandboxEnvironment.FileIn(folder.Path), "--urls", $"http://127.0.0.1:{Loopback.FreePort()}", "--Logging:LogLevel:Default", "Warning"));
        return new(folder, sandbox, console);
    }

    /// <summary>kill -9, and the same data folder again.</summary>
    public async Task KillAndRestartAsync()
    {
        await _console.KillAsync();
        var clock = Stopwatch.StartNew();
        await _console.StartAsync();
        Starts.Add(clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        Sandbox.Dispose();
        await _console.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
