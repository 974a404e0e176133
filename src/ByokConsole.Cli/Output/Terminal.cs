namespace ByokConsole.Cli.Output;

/// <summary>What stands at the three ends: a person, or a file or another program.</summary>
internal static class Terminal
{
    /// <summary>True when somebody can be asked: they type here, and see what is asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>True when what was said can be drawn over.</summary>
    public static bool CanRedraw => !Console.IsErrorRedirected && Variable("TERM") is not "dumb";

    /// <summary>https://no-color.org: any value counts.</summary>
    public static bool HasColor => CanRedraw && Variable("NO_COLOR") is null;

    public static int Width => CanRedraw && Console.WindowWidth is > 20 and var width ? width : 80;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
