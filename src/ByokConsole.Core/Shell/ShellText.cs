namespace ByokConsole.Core.Shell;

/// <summary>Quotes values for a POSIX shell: whatever a name holds, it stays one word and nothing of it is run.</summary>
public static class ShellText
{
    public static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
