using System.CommandLine;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>The run that a command is about.</summary>
internal static class RunArgument
{
    public static Argument<string> Create() => IdArgument.Create("run", "run-", "The run");
}
