using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Clusters;

/// <summary>The answer of the security page in one sentence, drawn from the checks.</summary>
/// <param name="State">How bad it is: <see cref="CheckState.NotAsked"/> while the first check runs.</param>
/// <param name="Sentence">The verdict.</param>
/// <param name="Finding">The finding behind it, in its own sentence, or null.</param>
public sealed record SecurityVerdict(CheckState State, string Sentence, string? Finding = null)
{
    /// <summary>Judges all checks; a check without a result is still running.</summary>
    public static SecurityVerdict Of(IReadOnlyCollection<CheckResult> results, int expected)
    {
        if (results.Count < expected)
            return new(CheckState.NotAsked, "First check is running.");
        var worst = results.Where(result => result.State is CheckState.Fail).OrderBy(result => result.Check).FirstOrDefault();
        var force = results.FirstOrDefault(result => result.Check is CheckName.GrantInForce);
        return force?.State switch
        {
            CheckState.Fail => new(CheckState.Fail, "The key is broken.", (worst ?? force).Explanation),
            CheckState.Waiting when worst is not null
                => new(CheckState.Fail, $"Confluent is validating the key, but {Count(results, CheckState.Fail, "check fails", "checks fail")}.", worst.Explanation),
            CheckState.Waiting => new(CheckState.Waiting, "Confluent is validating the key.", force.Explanation),
            CheckState.Pass => Working(results, worst),
            _ when worst is not null => new(CheckState.Fail, "Confluent's opinion cannot be read, and a check fails.", worst.Explanation),
            _ => new(CheckState.Skipped, "It cannot be seen from here whether the key works.", force?.Explanation),
        };
    }

    private static SecurityVerdict Working(IReadOnlyCollection<CheckResult> results, CheckResult? worst)
    {
        if (worst is not null)
            return new(CheckState.Fail, $"Confluent can use the key, but {Count(results, CheckState.Fail, "check fails", "checks fail")}.", worst.Explanation);
        if (results.OrderBy(result => result.Check).FirstOrDefault(result => result.State is CheckState.Warn) is { } warning)
            return new(CheckState.Warn, $"The key works, with {Count(results, CheckState.Warn, "warning", "warnings")}.", warning.Explanation);
        if (results.Any(result => result.State is CheckState.NotAsked))
            return new(CheckState.Skipped, "Confluent can use the key. Not everything about it could be checked just now.");
        if (results.OrderBy(result => result.Check).FirstOrDefault(result => result.State is CheckState.Skipped) is { } unseen)
            return new(CheckState.Pass, "The key works. Not everything about it can be seen from here.", unseen.Explanation);
        return new(CheckState.Pass, "The key works.");
    }

    private static string Count(IReadOnlyCollection<CheckResult> results, CheckState state, string one, string many)
        => results.Count(result => result.State == state) is var count && count == 1 ? $"one {one}" : $"{count} {many}";
}
