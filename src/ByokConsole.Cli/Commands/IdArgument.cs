using System.CommandLine;
using System.CommandLine.Parsing;

namespace ByokConsole.Cli.Commands;

/// <summary>An id with its prefix: what is no id at all is told before anybody is asked for it.</summary>
internal static class IdArgument
{
    public static Argument<string> Create(string name, string prefix, string description)
    {
        var argument = new Argument<string>(name) { Description = $"{description}, {prefix}\u2026" };
        argument.Validators.Add(result => result.AddErrors(result.Tokens, prefix));
        return argument;
    }

    public static void Require(Option<string> option, string prefix) => option.Validators.Add(result => result.AddErrors(result.Tokens, prefix));

    public static void AddErrors(this SymbolResult result, IEnumerable<Token> tokens, string prefix)
    {
        foreach (var token in tokens.Where(token => !token.Value.StartsWith(prefix, StringComparison.Ordinal) || token.Value.Length == prefix.Length))
            result.AddError($"\u201c{token.Value}\u201d is no id that begins with {prefix}");
    }
}
