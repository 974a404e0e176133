using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Preflight;

/// <summary>What one check found, in the words of the pages.</summary>
/// <param name="Code">The check: <c>vault_exists</c>, <c>grant_in_force</c>, ….</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Its outcome. <c>skipped</c> means that it cannot be seen from here, and is never a failure.</param>
/// <param name="Detail">What is, what it means and what to do; empty for a pass.</param>
public sealed record CheckReading(string Code, string Title, CheckState State, string Detail)
{
    /// <summary>What it means for the data of the cluster that is bound to the key.</summary>
    public string? Means { get; init; }

    /// <summary>How long it takes until what was done about it shows.</summary>
    public string? Takes { get; init; }

    /// <summary>What was seen.</summary>
    public string? Observed { get; init; }

    /// <summary>What would pass.</summary>
    public string? Expected { get; init; }

    /// <summary>For <c>waiting</c>: since when, in the cloud's time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Commands that mend it, for a POSIX shell.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <param name="isBound">Whether a cluster is bound to the key: what a finding means for its data is told only then.</param>
    internal static CheckReading Of(CheckResult result, bool isBound) => new(
        result.Code, PreflightRunner.BoundOrder.First(check => check.Name == result.Check).Title, result.State, result.Explanation)
    {
        Means = isBound ? result.Means : null,
        Takes = isBound ? result.Takes : null,
        Observed = result.Observed,
        Expected = result.Expected,
        Since = result.Since,
        Commands = [.. result.Remedies.Where(remedy => remedy.Kind is RemedyKind.Command).Select(remedy => remedy.Value!)],
    };
}
