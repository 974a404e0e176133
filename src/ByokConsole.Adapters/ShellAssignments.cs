using System.Text;

namespace ByokConsole.Adapters;

/// <summary>The part of a shell's grammar that a file of assignments needs: <c>[export] NAME=word</c>, <c>unset …</c> and comments.</summary>
internal static class ShellAssignments
{
    /// <summary>False when a line is something else; <paramref name="badLine"/> is its number, counted from one.</summary>
    public static bool TryParse(string text, out Dictionary<string, string?> variables, out int badLine)
    {
        variables = new(StringComparer.Ordinal);
        badLine = 0;
        foreach (var raw in text.Split('\n'))
        {
            badLine++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("unset ", StringComparison.Ordinal))
                continue;
            if (line.StartsWith("export ", StringComparison.Ordinal))
                line = line[7..].TrimStart();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !IsName(line[..equals]) || Unquote(line[(equals + 1)..]) is not { } value)
                return false;
            variables[line[..equals]] = value;
        }

        return true;
    }

    private static bool IsName(string name)
        => !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The word's value, or null when a quote is not closed or an unquoted character means something to a shell.</summary>
    private static string? Unquote(string word)
    {
        var value = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            switch (word[i])
            {
                case '\'':
                    var close = word.IndexOf('\'', i + 1);
                    if (close < 0)
                        return null;
                    value.Append(word, i + 1, close - i - 1);
                    i = close;
                    break;
                case '"':
                    if ((i = DoubleQuoted(word, i + 1, value)) < 0)
                        return null;
                    break;
                case '\\' when i + 1 < word.Length:
                    value.Append(word[++i]);
                    break;
                case var c when char.IsWhiteSpace(c) || "\\$`;&|<>()".Contains(c, StringComparison.Ordinal):
                    return null;
                case var c:
                    value.Append(c);
                    break;
            }
        }

        return value.ToString();
    }

    /// <summary>Index of the closing quote, or -1.</summary>
    private static int DoubleQuoted(string word, int start, StringBuilder value)
    {
        for (var i = start; i < word.Length; i++)
        {
            if (word[i] == '"')
                return i;
            if (word[i] is '$' or '`')
                return -1;
            if (word[i] == '\\' && i + 1 < word.Length && "\\\"$`".Contains(word[i + 1], StringComparison.Ordinal))
                i++;
            value.Append(word[i]);
        }

        return -1;
    }
}
