using System.CommandLine;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>The commands of a run.</summary>
internal static class RunCommands
{
    public static IEnumerable<Command> All() => [new RunListCommand(), new RunDescribeCommand(), new RunWatchCommand(), new RunAnswerCommand(), new RunCancelCommand()];
}
