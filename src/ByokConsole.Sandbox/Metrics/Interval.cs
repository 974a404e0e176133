using System.Globalization;
using System.Text.RegularExpressions;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>A time range, its end not included.</summary>
internal sealed partial record Interval(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    public bool Holds(DateTimeOffset at) => at >= From && at < To;

    /// <summary>
    /// Reads <c>start/end</c>, <c>start/duration</c> or <c>duration/end</c>; null when it is none of them or does not run forward. A time
    /// is ISO 8601 with its zone, or <c>now</c> with an offset and a truncation, as in <c>now-3m|m</c>.
    /// </summary>
    public static Interval? Read(string text, DateTimeOffset now)
    {
        if (text.Split('/') is not [var first, var second])
            return null;
        try
        {
            var (from, to) = (Time(first, now), Time(second, now));
            from ??= to - Duration(first);
            to ??= from + Duration(second);
            return from is { } start && to is { } end && start < end ? new(start, end) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A date that no calendar has.
            return null;
        }
    }

    public static TimeSpan? Duration(string text)
    {
        var match = DurationShape().Match(text);
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        return match.Success
            ? new TimeSpan((7 * Part("w")) + Part("d"), Part("h"), Part("m"), Part("s")) is { Ticks: > 0 } length ? length : null
            : null;
    }

    private static DateTimeOffset? Time(string text, DateTimeOffset now)
    {
        if (NowShape().Match(text) is { Success: true } match)
            return Truncate(now + Offset(match.Groups["offset"].Value), match.Groups["unit"].Value);
        return TimeShape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
            ? time.ToUniversalTime()
            : null;
    }

    private static TimeSpan Offset(string text) => text.Length == 0
        ? TimeSpan.Zero
        : int.Parse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * Unit(text[^1..]);

    private static DateTimeOffset Truncate(DateTimeOffset time, string unit)
        => unit.Length == 0 ? time : new(time.UtcTicks - (time.UtcTicks % Unit(unit).Ticks), TimeSpan.Zero);

    private static TimeSpan Unit(string unit) => unit switch
    {
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"\Anow(?<offset>[+-]\d{1,6}[mhd])?(?:\|(?<unit>[mhd]))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NowShape();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeShape();

    [GeneratedRegex(
        @"\AP((?<w>\d{1,4})W)?((?<d>\d{1,5})D)?(T((?<h>\d{1,6})H)?((?<m>\d{1,7})M)?((?<s>\d{1,8})S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DurationShape();
}
