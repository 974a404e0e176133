using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli;

/// <summary>
/// Ends a command: with a problem to print, and the exit code. Thrown where going on makes no sense, caught once, in <see cref="ByokProgram"/>.
/// </summary>
internal sealed class CommandFailure(int exitCode, Problem problem) : Exception(problem.Detail)
{
    public CommandFailure(int exitCode, string code, string detail)
        : this(exitCode, new Problem { Code = code, Detail = detail })
    {
    }

    public int ExitCode { get; } = exitCode;

    public Problem Problem { get; } = problem;
}
