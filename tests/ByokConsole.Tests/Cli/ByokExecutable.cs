using System.Diagnostics;

namespace ByokConsole.Tests.Cli;

/// <summary>The real <c>byok</c>, as it was built with the tests: a program of its own, run as a person runs it.</summary>
internal static class ByokExecutable
{
    public static string Path { get; } = System.IO.Path.Combine(
        Repository.Root, "src", "ByokConsole.Cli", "bin", Repository.Configuration, "net10.0", "byok.dll");

    /// <summary>Runs it to its end, with no terminal at any of its ends.</summary>
    public static async Task<CliResult> RunAsync(string[] args, params (string Name, string? Value)[] environment)
    {
        using var process = Start(args, environment);
        return await EndAsync(process);
    }

    /// <summary>
    /// Starts it as a shell does, so that Ctrl-C reaches it: a test run that was itself started in the background ignores interrupts, and
    /// whatever it starts would inherit that.
    /// </summary>
    public static Process Start(string[] args, params (string Name, string? Value)[] environment)
    {
        string[] command = ["dotnet", "exec", Path, .. args];
        var process = OperatingSystem.IsLinux()
            ? Launch("env", ["--default-signal=INT", .. command], environment)
            : Launch(command[0], command[1..], environment);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs it at a terminal of its own, on which a person types these lines.</summary>
    public static async Task<CliResult> RunAtTerminalAsync(string typed, string[] args, params (string Name, string? Value)[] environment)
    {
        var command = string.Join(' ', ((string[])["dotnet", "exec", Path, .. args]).Select(word => $"'{word}'"));
        using var process = Launch("script", ["--quiet", "--return", "--command", command, "/dev/null"], environment);
        await process.StandardInput.WriteAsync(typed);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        return await EndAsync(process);
    }

    public static async Task<CliResult> EndAsync(Process process)
    {
        var (code, output, errors) = await EndedProgram.OfAsync(process, TestContext.Current.CancellationToken);
        return new CliResult(code, output, errors);
    }

    private static Process Launch(string file, string[] args, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(file, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("BYOK_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
    }
}
