using System.Diagnostics;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

/// <summary>The console as a process of its own, as a person starts it.</summary>
public sealed class ConsoleProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ConsoleProcess(Process process) => _process = process;

    /// <summary>Runs the console that was built, until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        using var process = Launch(typeof(ConsoleApplication).Assembly.Location, null, args, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a console and waits for the line that says it is ready; gives its address.</summary>
    public static async Task<(ConsoleProcess Process, Uri Address)> StartAsync(string assembly, string workingFolder, params string[] args)
    {
        var process = Launch(assembly, workingFolder, args, []);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("ByokConsole is ready: ", StringComparison.Ordinal))
                return (new ConsoleProcess(process), new Uri(line["ByokConsole is ready: ".Length..]));
        }

        throw new InvalidOperationException($"The console ended: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(string assembly, string? workingFolder, string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }
}
