using System.Diagnostics;
using ByokConsole.Sandbox;

namespace ByokConsole.Tests.Sandbox;

/// <summary>The sandbox as a process of its own, that can be killed.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, string envFile)
    {
        _process = process;
        EnvFile = envFile;
    }

    public string EnvFile { get; }

    public static async Task<SandboxProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SandboxServer).Assembly.Location, "--port", "0", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Sandbox is ready: ", StringComparison.Ordinal))
                return new(process, Path.Combine(folder, "sandbox", "sandbox.env"));
        }

        throw new InvalidOperationException($"The sandbox ended: {await errors}");
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
