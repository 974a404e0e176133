using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.KeyHealth;

/// <summary>One finding about a key that changed: what, from what, to what, seen when. Never altered once written.</summary>
/// <param name="Id">Counts up over all keys; 0 until it is stored.</param>
/// <param name="RegistrationId">The key's registration.</param>
/// <param name="ClusterId">Cluster bound to it then, or null.</param>
/// <param name="Check">Which check.</param>
/// <param name="From">Its state before, or null when it was never asked before.</param>
/// <param name="ObservedBefore">What was seen before, or null.</param>
/// <param name="To">Its state now.</param>
/// <param name="Observed">What is seen now, or null.</param>
/// <param name="Explanation">The check's sentence; empty for a pass.</param>
/// <param name="SeenAt">When the sweep saw it (the console's clock, UTC): it happened between the sweep before and then.</param>
public sealed record HealthChange(
    long Id,
    string RegistrationId,
    string? ClusterId,
    CheckName Check,
    CheckState? From,
    string? ObservedBefore,
    CheckState To,
    string? Observed,
    string Explanation,
    DateTimeOffset SeenAt)
{
    /// <summary>Something is wrong now that was not, or got worse: someone should look today.</summary>
    public bool IsWorse => Weight(To) > Weight(From ?? CheckState.Pass);

    /// <summary>What was wrong no longer is.</summary>
    public bool IsHealed => To is CheckState.Pass && From is not (null or CheckState.Pass or CheckState.NotAsked);

    private static int Weight(CheckState state) => state switch
    {
        CheckState.Fail => 3,
        CheckState.Warn => 2,
        CheckState.Waiting or CheckState.Skipped => 1,
        _ => 0,
    };
}
