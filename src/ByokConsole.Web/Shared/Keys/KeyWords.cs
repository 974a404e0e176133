using System.Globalization;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;

namespace ByokConsole.Web.Shared.Keys;

/// <summary>The words for how a key stands and what comes next for it.</summary>
public static class KeyWords
{
    public static (Status Status, string Word) Of(KeyStanding standing) => standing switch
    {
        KeyStanding.Broken => (Status.Fail, "Broken"),
        KeyStanding.Warning => (Status.Warn, "Warning"),
        KeyStanding.Waiting => (Status.Wait, "Waiting"),
        KeyStanding.Releasing => (Status.Wait, "Releasing"),
        KeyStanding.Unseen => (Status.Skip, "Cannot see"),
        KeyStanding.Unchecked => (Status.Wait, "Not checked yet"),
        KeyStanding.Healthy => (Status.Pass, "Healthy"),
        _ => (Status.Pass, "Available"),
    };

    /// <summary>The date or the act that a person has to know next; no full stop at its end.</summary>
    public static string Next(KeyRow row, TimeZoneInfo zone) => row switch
    {
        { Standing: KeyStanding.Broken, WasRefusedSince: true } => "Confluent says that it cannot use it: its page checks why",
        { Standing: KeyStanding.Broken or KeyStanding.Warning, Health.Worst: { } worst } => FirstSentence(worst.Explanation),
        { Standing: KeyStanding.Warning, Cluster: null } => "Confluent cannot use it: look at its grants",
        { Standing: KeyStanding.Waiting, Cluster: null } => "Grant access",
        { Standing: KeyStanding.Releasing, FreeAt: { } free } => $"Free on {Day(free, zone)}",
        { Standing: KeyStanding.Releasing } => "Free at most five days after its cluster was deleted",
        { Standing: KeyStanding.Available } => "Serves no cluster",
        { Health: { NextDate: { } date, NextEvent: NextKeyEvent.Rotation } } => $"Rotates {Day(date, zone)}",
        { Health: { NextDate: { } date, NextEvent: NextKeyEvent.Expiry } } => $"Expires {Day(date, zone)}",
        _ => "No date is known",
    };

    /// <summary>What stands in the place of a cluster.</summary>
    public static string WithoutCluster(KeyRow row) => row switch
    {
        { AreClustersKnown: false, Registration.IsInUse: true, LastClusterId: null } => row.Health?.ClusterName is { } name ? $"{name}, cannot be read now" : "cannot be read now",
        { LastClusterId: { } last } => $"{last}, deleted",
        _ => "none",
    };

    public static string Day(DateTimeOffset moment, TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var end && end > 0 ? text[..end] : text.TrimEnd('.');
}
