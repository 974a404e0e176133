using System.Globalization;

namespace ByokConsole.Web.Shared;

/// <summary>Words for moments: "40 s ago", "in 19 days", "12 Dec 2026, 09:12".</summary>
public static class Moments
{
    /// <summary>The moment as seen from <paramref name="now"/>, no more exact than anybody needs.</summary>
    public static string Relative(DateTimeOffset moment, DateTimeOffset now)
    {
        var distance = now - moment;
        var amount = Amount(distance.Duration());
        if (amount is null)
            return "just now";
        return distance > TimeSpan.Zero ? $"{amount} ago" : $"in {amount}";
    }

    /// <summary>The moment itself, in the zone of the person, which is the console's own while it runs on that person's machine.</summary>
    public static string Absolute(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{local.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} {offset}";
    }

    private static string? Amount(TimeSpan span) => span switch
    {
        { TotalSeconds: < 5 } => null,
        { TotalSeconds: < 60 } => $"{(int)span.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
