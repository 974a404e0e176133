using System.Text.Json.Serialization;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Preflight;

/// <summary>What one check found.</summary>
/// <param name="Check">Which check.</param>
/// <param name="State">Its outcome.</param>
/// <param name="Explanation">One sentence: what is, what it means, what to do. Empty only for a pass.</param>
public sealed record CheckResult(CheckName Check, CheckState State, string Explanation)
{
    /// <summary>What the check is known by at every door, the page, the API and the command line: <c>key_exists</c>.</summary>
    [JsonIgnore]
    public string Code => Codes.Of(Check);

    /// <summary>What it means for the data of the cluster that is bound to the key, or null.</summary>
    public string? Means { get; init; }

    /// <summary>How long it takes until what was done about it shows, or null.</summary>
    public string? Takes { get; init; }

    /// <summary>What was seen ("westeurope"), or null when nothing was.</summary>
    public string? Observed { get; init; }

    /// <summary>What would pass ("eastus"), or null.</summary>
    public string? Expected { get; init; }

    /// <summary>Fields to highlight when it fails: the first is the one to mend.</summary>
    public IReadOnlyList<DraftField> Fields { get; init; } = [];

    /// <summary>Ways to mend it, the best first.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>For <see cref="CheckState.Skipped"/>: the cloud may well answer in a moment, so an earlier answer still stands.</summary>
    public bool IsMomentary { get; init; }

    /// <summary>For <see cref="CheckState.Waiting"/>: since when, in the cloud's time; the clock on screen counts from it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The cloud's clock when it answered, or null.</summary>
    public DateTimeOffset? CloudTime { get; init; }
}
