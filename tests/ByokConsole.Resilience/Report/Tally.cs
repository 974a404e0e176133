using System.Globalization;

namespace ByokConsole.Resilience.Report;

/// <summary>What is told of many cases: how many, what was wrong, and how long it took to go on.</summary>
internal sealed record Tally(int Runs, int Duplicates, int Losses, string Median, string Slowest)
{
    public const string Head = "runs | duplicates | losses | resume p50 | resume p99";

    public static Tally Of(IEnumerable<Outcome> outcomes)
    {
        var all = outcomes.ToList();
        // How long a commit's step takes afterwards is the step's own time: days, for the release of a key.
        var resumed = all.Where(one => one is { Resumed: not null, Case.Point.IsCommit: false }).Select(one => one.Resumed!.Value).Order().ToList();
        return new(
            all.Count, all.Sum(one => one.Violations.Count(violation => violation.IsDuplicate)), all.Sum(one => one.Violations.Count(violation => !violation.IsDuplicate)),
            Percentile(resumed, 50), Percentile(resumed, 99));
    }

    public static string Percentile(IReadOnlyList<TimeSpan> sorted, int percent)
        => sorted.Count == 0 ? "" : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)].TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Runs:N0} | {Duplicates} | {Losses} | {Median} | {Slowest}");
}
