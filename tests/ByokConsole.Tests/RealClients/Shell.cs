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

    public static bool IsThere => OperatingSystem.IsLinux();

    public static bool Has(string program)
        => IsThere && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a script as if it were pasted. Programs in <paramref name="front"/> stand before all others.</summary>
    public static async Task<Ran> RunAsync(string? envFile, string script, string? front = null, string? folder = null)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder ?? Path.GetTempPath() };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        if (front is not null)
            start.Environment["PATH"] = $"{front}:{start.Environment["PATH"]}";
        var (code, output, errors) = await EndedProgram.RunAsync(
            start, (envFile is null ? "" : $". {ShellText.Quote(envFile)}\n") + script + "\n", TestContext.Current.CancellationToken);
        return new(code, output, errors);
    }
}
