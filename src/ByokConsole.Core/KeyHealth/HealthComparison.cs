using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.KeyHealth;

/// <summary>What is new in a round of checks, compared with the round before. Pure: no clock, no store.</summary>
public static class HealthComparison
{
    /// <summary>
    /// The round as it is to be kept: where the cloud gave no answer this time, the answer before still stands. Only an answer replaces an answer.
    /// </summary>
    public static KeyHealthReport Merge(KeyHealthReport? before, KeyHealthReport now)
        => before is null || before.ClusterId != now.ClusterId
            ? now
            : now with { Results = [.. now.Results.Select(result => result.IsMomentary && Find(before, result.Check) is { } kept ? kept : result)] };

    /// <summary>What changed: a check's state, or what was observed. The first round of a key is news only where something is wrong.</summary>
    public static IReadOnlyList<HealthChange> Changes(KeyHealthReport? before, KeyHealthReport now)
        => [.. now.Results.Where(result => IsNews(Find(before, result.Check), result)).Select(result => Change(Find(before, result.Check), result, now))];

    private static bool IsNews(CheckResult? before, CheckResult now)
        => before is null
            ? now.State is CheckState.Fail or CheckState.Warn
            : before.State != now.State || (now.State is not CheckState.Waiting && before.Observed != now.Observed);

    private static CheckResult? Find(KeyHealthReport? report, CheckName check) => report?.Results.FirstOrDefault(result => result.Check == check);

    private static HealthChange Change(CheckResult? before, CheckResult result, KeyHealthReport now)
        => new(
            0, now.RegistrationId, now.ClusterId, result.Check, before?.State, before?.Observed, result.State, result.Observed, result.Explanation, now.CheckedAt);
}
