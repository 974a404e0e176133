using System.Diagnostics;

namespace ByokConsole.TestProcesses;

/// <summary>A program that ran to its end: how it ended, and what it wrote.</summary>
public sealed record EndedProgram(int Code, string Output, string Errors)
{
    /// <summary>Whatever takes longer hangs; the slowest installs packages on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it; it reads this, and then the end of its input.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<EndedProgram> RunAsync(ProcessStartInfo start, string input = "", CancellationToken cancellationToken = default)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        // What it writes is read all the while: a pipe that is full would stop it before it has read everything.
        var ended = OfAsync(process, cancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await ended;
    }

    /// <summary>Waits for the end of one that was started with its output redirected; it is killed where that does not come.</summary>
    public static async Task<EndedProgram> OfAsync(Process process, CancellationToken cancellationToken = default)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new(process.ExitCode, await output, await errors);
    }
}
