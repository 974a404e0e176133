using System.Diagnostics;
using ByokConsole.Sandbox;

namespace ByokConsole.Load;

/// <summary>The sandbox as a process of its own on a new world, and its processor time.</summary>
internal sealed class LoadedSandbox : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private LoadedSandbox(Process process, string folder) => (_process, _folder) = (process, folder);

    public string EnvFile => Path.Combine(_folder, "sandbox", "sandbox.env");

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<LoadedSandbox> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("byok-load-").FullName;
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SandboxServer).Assembly.Location, "--port", "0", "--data", folder]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Sandbox is ready: ", StringComparison.Ordinal))
                return new(process, folder);
        }

        throw new InvalidOperationException("The sandbox did not start.");
    }

    /// <summary>Keeps so many requests under way for that long.</summary>
    public async Task<Figures> MeasureAsync(Operation operation, int connections, TimeSpan duration)
    {
        _process.Refresh();
        var (before, clock) = (_process.TotalProcessorTime, Stopwatch.StartNew());
        var calls = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => CallAsync(operation, clock, duration))));
        var took = clock.Elapsed;
        _process.Refresh();
        return new(calls.Sum() / took.TotalSeconds, (_process.TotalProcessorTime - before).TotalMilliseconds / calls.Sum());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<long> CallAsync(Operation operation, Stopwatch clock, TimeSpan duration)
    {
        long calls = 0;
        while (clock.Elapsed < duration)
        {
            await operation.CallAsync();
            calls++;
        }

        return calls;
    }
}
