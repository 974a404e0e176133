using System.Globalization;
using System.Text;

namespace ByokConsole.Core.AsCode;

/// <summary>Quotes values for HCL, the language of Terraform: a string of one line without templates, whatever the value holds.</summary>
public static class HclText
{
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            _ = c switch
            {
                '\\' or '"' => text.Append('\\').Append(c),
                // Doubled signs before a brace are read in more than one way when a third stands before them; a code point is not.
                '$' or '%' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        return text.Append('"').ToString();
    }
}
