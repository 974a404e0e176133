namespace ByokConsole.Cli.Output;

/// <summary>Colour for a terminal; nothing for anything else.</summary>
internal static class Color
{
    public static string Good(string text) => In("32", text);

    public static string Bad(string text) => In("31", text);

    public static string Careful(string text) => In("33", text);

    public static string Faint(string text) => In("2", text);

    /// <summary>By the word of a step or of a check.</summary>
    public static string OfState(string state, string text) => state switch
    {
        "done" or "pass" or "succeeded" => Good(text),
        "failed" or "fail" => Bad(text),
        "warn" or "needs_person" or "waiting" => Careful(text),
        "to_come" or "not_needed" or "not_asked" or "skipped" => Faint(text),
        _ => text,
    };

    private static string In(string code, string text) => Terminal.HasColor ? $"\e[{code}m{text}\e[0m" : text;
}
