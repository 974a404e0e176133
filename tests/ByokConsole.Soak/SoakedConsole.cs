using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ByokConsole.Sandbox;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Soak;

/// <summary>A sandbox that stands alone, and a console attached to it that is killed now and then and starts again at the same address.</summary>
internal sealed class SoakedConsole : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("byok-soak-").FullName;
    private readonly Uri _address = FreeAddress();
    private ServerProcess? _sandbox;
    private ServerProcess? _console;
    private SandboxKnobs? _knobs;

    public Uri Address => _address;

    public SandboxKnobs Sandbox => _knobs ?? throw new InvalidOperationException("The sandbox does not run.");

    /// <summary>Clusters of the rounds that are over.</summary>
    public int Clusters { get; set; }

    /// <summary>How long each start took until the console was ready.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public double ConsoleMegabytes => _console?.Megabytes() ?? 0;

    public double SandboxMegabytes => _sandbox?.Megabytes() ?? 0;

    /// <summary>Size of the console's database with its log, in MB.</summary>
    public double DatabaseMegabytes
        => new DirectoryInfo(_folder).EnumerateFiles("console.db*", SearchOption.AllDirectories).Sum(file => file.Length) / 1024.0 / 1024.0;

    private string EnvFile => Path.Combine(_folder, "sandbox", "sandbox.env");

    public async Task StartAsync()
    {
        (_sandbox, _) = await ServerProcess.StartAsync(typeof(SandboxServer).Assembly.Location, "--port", "0", "--data", _folder);
        _knobs = new SandboxKnobs(EnvFile);
        await StartConsoleAsync();
    }

    /// <summary>kill -9, and the same data folder again.</summary>
    public async Task KillAndRestartAsync()
    {
        var killed = _console!;
        _console = null;
        await killed.KillAsync();
        killed.Dispose();
        await StartConsoleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _knobs?.Dispose();
        foreach (var process in new[] { _console, _sandbox }.OfType<ServerProcess>())
        {
            await process.KillAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartConsoleAsync()
    {
        var clock = Stopwatch.StartNew();
        (_console, _) = await ServerProcess.StartAsync(
            typeof(ConsoleApplication).Assembly.Location, "--urls", _address.ToString(), "--DataFolder", _folder, "--Sandbox:EnvFile", EnvFile);
        Starts.Add(clock.Elapsed);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
