using System.Text;

namespace ByokConsole.Core.AsCode;

/// <summary>Quotes values for PowerShell: a literal string, in which nothing is expanded or run.</summary>
public static class PowerShellText
{
    /// <summary>PowerShell takes each of these for a single quote, and two of them in a row for one that is meant.</summary>
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";

    public static string Quote(string value)
    {
        var text = new StringBuilder("'");
        foreach (var c in value)
            text.Append(c, SingleQuotes.Contains(c, StringComparison.Ordinal) ? 2 : 1);
        return text.Append('\'').ToString();
    }
}
