using System.CommandLine;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>The registered key that a command is about.</summary>
internal static class KeyArgument
{
    public const string Prefix = "cck-";

    public static Argument<string> Create() => IdArgument.Create("id", Prefix, "The registered key");
}
