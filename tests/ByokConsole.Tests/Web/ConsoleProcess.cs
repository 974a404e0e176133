using System.Diagnostics;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

/// <summary>The console as a person starts it who made a mistake: a process that ends by itself.</summary>
internal static class ConsoleProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        var start = Programs.Start(typeof(ConsoleApplication).Assembly.Location, args);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await output, await errors);
    }
}
