using System.Globalization;
using System.Text.RegularExpressions;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>ISO 8601 durations of days, months and years, as rotation policies use them. A year counts 365 days, and so do twelve months; a month more or less 30.</summary>
internal static partial class Duration
{
    public static TimeSpan? Read(string? text)
    {
        var match = Shape().Match(text ?? "");
        if (!match.Success || match.Length < 3)
            return null;
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var (years, months) = (Part("y") + (Part("m") / 12), Part("m") % 12);
        return TimeSpan.FromDays((365 * years) + (30 * months) + (7 * Part("w")) + Part("d"));
    }

    [GeneratedRegex(@"\AP(?:(?<y>\d{1,3})Y)?(?:(?<m>\d{1,4})M)?(?:(?<w>\d{1,4})W)?(?:(?<d>\d{1,5})D)?\z")]
    private static partial Regex Shape();
}
