using System.Globalization;

namespace ByokConsole.Cli.Output;

/// <summary>Values as people read them.</summary>
internal static class Words
{
    public static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"needs_person" as "needs person".</summary>
    public static string? Plain(string? word) => word?.Replace('_', ' ');

    /// <summary>"1:05" for minutes, "2:00:00" for hours.</summary>
    public static string Elapsed(TimeSpan time) => time.ToString(time >= TimeSpan.FromHours(1) ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
