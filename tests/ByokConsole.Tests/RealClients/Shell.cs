using System.Diagnostics;
using ByokConsole.Core.Shell;

namespace ByokConsole.Tests.RealClients;

/// <summary>
/// A bash as a person has it who sourced <c>sandbox.env</c>: nothing else of the test's own environment gets through, so nothing else can be what
/// makes a client work.
/// </summary>
internal static class Shell
{
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "TMPDIR", "DOTNET_ROOT"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static bool IsThere => OperatingSystem.IsLinux();

    public static bool Has(string program)
        => IsThere && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a script as if it were pasted. Programs in <paramref name="front"/> stand before all others.</summary>
    public static async Task<Ran> RunAsync(string? envFile, string script, string? front = null, string? folder = null)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        if (front is not null)
            start.Environment["PATH"] = $"{front}:{start.Environment["PATH"]}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var bash = Process.Start(start)!;
        try
        {
            var errors = bash.StandardError.ReadToEndAsync(limit.Token);
            var output = bash.StandardOutput.ReadToEndAsync(limit.Token);
            await bash.StandardInput.WriteAsync((envFile is null ? "" : $". {ShellText.Quote(envFile)}\n") + script + "\n");
            bash.StandardInput.Close();
            await bash.WaitForExitAsync(limit.Token);
            return new(bash.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            bash.Kill(entireProcessTree: true);
            throw;
        }
    }
}
