using System.Globalization;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>Dates of the rail, in the person's zone: the day while it is an estimate, to the minute once it is fixed.</summary>
public static class DateWords
{
    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) => Local(moment, zone, "d MMM yyyy");

    public static string Minute(DateTimeOffset moment, TimeZoneInfo zone) => Local(moment, zone, "d MMM yyyy, HH:mm");

    /// <param name="now">The cloud's clock.</param>
    public static string Of(Milestone milestone, DateTimeOffset now, TimeZoneInfo zone) => milestone switch
    {
        { At: null } => "Not planned",
        { At: { } at, State: MilestoneState.Estimated } => Day(at, zone) == Day(now, zone) ? "Today" : Day(at, zone),
        { At: { } at } => Minute(at, zone),
    };

    private static string Local(DateTimeOffset moment, TimeZoneInfo zone, string format)
        => TimeZoneInfo.ConvertTime(moment, zone).ToString(format, CultureInfo.InvariantCulture);
}
