using System.CommandLine.Parsing;
using System.Globalization;

namespace ByokConsole.Cli.Options;

/// <summary>Reads a whole number, and says in our words when it is none.</summary>
internal static class WholeNumber
{
    public static int? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"This takes a whole number, not \u201c{text}\u201d.");
        return null;
    }
}
