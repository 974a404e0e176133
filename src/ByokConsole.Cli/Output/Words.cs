using System.Globalization;

namespace ByokConsole.Cli.Output;

/// <summary>Values as people read them.</summary>
internal static class Words
{
    public static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"needs_person" as "needs person".</summary>
    public static string? Plain(string? word) => word?.Replace('_', ' ');

    /// <summary>How long it is since then, or was until the end.</summary>
    public static string Since(DateTimeOffset start, DateTimeOffset? end = null)
        => (end ?? TimeProvider.System.GetUtcNow()) - start is var time && time > TimeSpan.Zero ? Elapsed(time) : Elapsed(TimeSpan.Zero);

    /// <summary>"1:05" for minutes, "2:00:00" for hours.</summary>
    private static string Elapsed(TimeSpan time) => time.ToString(time >= TimeSpan.FromHours(1) ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
