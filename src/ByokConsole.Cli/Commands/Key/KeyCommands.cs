using System.CommandLine;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>The commands of a registered key; made anew for each place where they stand.</summary>
internal static class KeyCommands
{
    public static IEnumerable<Command> All() => [new KeyCreateCommand(), new KeyListCommand(), new KeyDescribeCommand(), new KeyUpdateCommand(), new KeyDeleteCommand()];
}
