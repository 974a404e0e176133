using System.Globalization;

namespace ByokConsole.Web.Shared;

/// <summary>How long something took: "0.2 s", "11 s", "18:31", "3 h 05 min", "2 days 4 h".</summary>
public static class Durations
{
    public static string Text(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
            span = TimeSpan.Zero;
        return span switch
        {
            { TotalSeconds: < .05 } => "under 0.1 s",
            { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
            { TotalSeconds: < 60 } => $"{(int)span.TotalSeconds} s",
            { TotalHours: < 1 } => span.ToString(@"m\:ss", CultureInfo.InvariantCulture),
            { TotalDays: < 1 } => $"{span.Hours} h {span.Minutes:00} min",
            { TotalDays: < 2 } => $"1 day {span.Hours} h",
            _ => $"{(int)span.TotalDays} days {span.Hours} h",
        };
    }
}
