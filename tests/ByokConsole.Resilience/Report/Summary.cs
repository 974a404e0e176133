using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.OutOfProcess;

namespace ByokConsole.Resilience.Report;

/// <summary>Writes what the full set came to, as the page that is checked in.</summary>
internal static class Summary
{
    public static string Write(IReadOnlyList<Outcome> outcomes, TimeSpan took, IReadOnlyList<JourneyOutcome> journeys, TimeSpan journeysTook)
    {
        var text = new StringBuilder(SummaryText.Head);
        var points = outcomes.Select(one => one.Case!.Point.Id).Distinct().Count();
        var seeds = outcomes.Where(one => !one.Case!.Point.IsCommit).Select(one => one.Case!.Seed).Distinct().Count();
        var total = Tally.Of(outcomes);
        text.Append(CultureInfo.InvariantCulture, $"""

            **{total.Runs:N0} runs in {took.TotalMinutes:0.0} minutes: {points} points, {Enum.GetValues<Fault>().Length} faults, {seeds} seeds. {total.Duplicates} duplicates, {total.Losses} losses.**
            All but {outcomes.Count(one => !one.IsReached):N0} came to their point. {outcomes.Count(IsKilled):N0} consoles were killed, {outcomes.Count(StandsStill):N0} stood still while a second one took over, and {outcomes.Count(one => one.Case!.Point.Moment is Moment.Spared):N0} met the fault alone.
            Resume is from the next console's start until the step that was struck is through, by the run's own clock; killed at {journeys.Sum(one => one.Kills.Count)} places, real consoles came to {journeys.Sum(one => one.Violations.Count)} violations in {journeysTook.TotalMinutes:0.0} minutes.
            {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors shared with other work, .NET {Environment.Version}.


            """);
        Table(text, "By fault", "fault", outcomes, one => one.Case!.Point.IsCommit ? "none (before and after commits)" : one.Case.Fault.ToString());
        Table(text, "By moment", "moment", outcomes, one => one.Case!.Point.Moment.ToString());
        Table(text, "By external write", "scenario and write", outcomes.Where(one => !one.Case!.Point.IsCommit), one => Name(one.Case!.Point));
        Table(text, "By scenario, at its commits", "scenario", outcomes.Where(one => one.Case!.Point.IsCommit), one => one.Case!.Point.Scenario);
        AddJourneys(text, journeys);
        return text.ToString().TrimEnd() + "\n";
    }

    private static bool StandsStill(Outcome one) => one.Case!.Point.Moment is not Moment.Spared && Weather.Of(one.Case).WakesAfter is not null;

    private static bool IsKilled(Outcome one) => one.Case!.Point.Moment is not Moment.Spared && Weather.Of(one.Case).WakesAfter is null;

    private static void Table(StringBuilder text, string title, string name, IEnumerable<Outcome> outcomes, Func<Outcome, string> key)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| {name} | {Tally.Head} |\n|---|---|---|---|---|---|\n");
        foreach (var group in outcomes.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {Tally.Of(group)} |\n");
        text.Append('\n');
    }

    private static void AddJourneys(StringBuilder text, IReadOnlyList<JourneyOutcome> journeys)
    {
        text.Append("## With real consoles\n\nResume includes the start of the process.\n\n| scenario and write | moments killed | violations | resume p50 | resume p99 |\n|---|---|---|---|---|\n");
        foreach (var group in journeys.SelectMany(one => one.Kills.Select(kill => (kill, one.Violations))).GroupBy(one => Name(one.kill.Point)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var resumed = group.Select(one => one.kill.Resumed).Order().ToList();
            var moments = string.Join(", ", group.Select(one => one.kill.Point.Moment).Distinct().Order());
            text.Append(CultureInfo.InvariantCulture,
                $"| {group.Key} | {moments} | {group.Sum(one => one.Violations.Count)} | {Tally.Percentile(resumed, 50)} | {Tally.Percentile(resumed, 99)} |\n");
        }
    }

    private static string Name(Point point)
    {
        var write = RealWrite.Of(point.What);
        return $"{point.Scenario}: {point.Step} {point.Ordinal}, {write.Method} {write.Host}{write.Path}";
    }
}
