using System.Globalization;

namespace ByokConsole.TestProcesses;

/// <summary>Whole numbers behind their names on the command line.</summary>
public static class Arguments
{
    /// <summary>The number; the usual one where none is given; null where it is no number above zero.</summary>
    public static int? Read(string[] args, string name, int usual)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? usual
            : at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : null;
    }
}
