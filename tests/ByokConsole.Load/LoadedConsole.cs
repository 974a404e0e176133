using System.Diagnostics;
using ByokConsole.Load.Circuits;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Load;

/// <summary>The console as a process of its own, attached to a sandbox that is another, and its memory.</summary>
internal sealed class LoadedConsole : IAsyncDisposable
{
    private const string Ready = "ByokConsole is ready: ";

    private readonly Process _process;
    private readonly string _folder;

    private LoadedConsole(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public double ResidentMegabytes => ProcessMemory.ResidentMegabytes(_process.Id);

    /// <param name="sandboxEnvFile">The sandbox that it is attached to.</param>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<LoadedConsole> StartAsync(string sandboxEnvFile)
    {
        var folder = Directory.CreateTempSubdirectory("byok-load-").FullName;
        string[] arguments = [typeof(ConsoleApplication).Assembly.Location, "--urls", "http://127.0.0.1:0", "--DataFolder", folder, "--Sandbox:EnvFile", sandboxEnvFile];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Ready, StringComparison.Ordinal))
                continue;
            // What it complains of is seen; and nobody waits for a reader of it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Console.OpenStandardError());
            return new(process, folder, new Uri(line[Ready.Length..]));
        }

        throw new InvalidOperationException("The console did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
