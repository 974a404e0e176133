using System.CommandLine;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>The commands of a grant.</summary>
internal static class GrantCommands
{
    public static IEnumerable<Command> All() => [new GrantShowCommand(), new GrantApplyCommand(), new GrantWaitCommand()];
}
