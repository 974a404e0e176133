using System.Text;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Output;

/// <summary>What checks found, for people: one line for what is well, all that helps for what is not.</summary>
internal static class CheckLines
{
    private const string Indent = "            ";

    public static string Of(Check check)
    {
        var text = new StringBuilder()
            .Append(Color.OfState(check.State, Words.Plain(check.State)!.PadRight(Indent.Length))).Append(check.Title)
            .AppendLine(check is { Observed: { Length: > 0 } seen, State: "pass" } ? $" ({seen})" : "");
        if (check.State is "pass")
            return text.ToString();
        Add(text, check.Detail);
        if (check.State is "fail" or "warn")
            Add(text, (check.Observed, check.Expected) switch
            {
                ({ Length: > 0 } observed, { Length: > 0 } expected) => $"Found: {observed}; expected: {expected}.",
                ({ Length: > 0 } observed, _) => $"Found: {observed}.",
                _ => null,
            });
        Add(text, check.Means);
        Add(text, check.Takes);
        foreach (var command in check.Commands ?? [])
            Add(text, $"$ {command}");
        return text.ToString();
    }

    public static string Of(IEnumerable<Check> checks) => string.Concat(checks.Select(Of));

    private static void Add(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
            text.Append(Indent).AppendLine(line.ReplaceLineEndings(Environment.NewLine + Indent));
    }
}
