using System.Globalization;
using System.Text;

namespace ByokConsole.Core.AsCode;

/// <summary>Quotes values for Bicep: a string of one line without interpolation, whatever the value holds.</summary>
public static class BicepText
{
    public static string Quote(string value)
    {
        var text = new StringBuilder("'");
        foreach (var c in value)
            _ = c switch
            {
                // A dollar sign is escaped wherever it stands, so that no brace after it begins an expression.
                '\\' or '\'' => text.Append('\\').Append(c),
                '$' => text.Append(@"\u{24}"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => text.Append(CultureInfo.InvariantCulture, $@"\u{{{(int)c:x}}}"),
                _ => text.Append(c),
            };
        return text.Append('\'').ToString();
    }
}
