namespace ByokConsole.Tests.Core.AsCode.Languages;

/// <summary>Values that end a string, begin an expression or run a command somewhere.</summary>
public static class Hostile
{
    /// <summary>All of them in one: whoever lets one through is seen.</summary>
    public const string Name = "it's \"q\" `touch pwned` $(touch pwned) ${x} %{x} $${x} \\ \\\\ ‘’‚‛ “” é\n#'; touch pwned\r\n\"\"\"\t//";

    public static TheoryData<string> Names =>
    [
        "", "plain", "it's", "''", "a\"b", "$(touch pwned)", "`touch pwned`", "${x}", "$${x}", "$$${x}", "%{x}", "%%{x}", "%%%{if true}", "a\\", "\\'", "\\\\'", "\\${x}",
        "line\nbreak", "\r\n", "tab\t", "’; touch pwned; ‘", "‚‛", "“x”", "-n", "--byok", "@file", "*", "a\u2028b\u0085c", "grüße 🔑", "a\u0001b", Name,
    ];
}
