using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Grants;

/// <summary>Granted is not yet in force: the two are told apart, from the two checks of the access group.</summary>
/// <param name="Phase">Where the grant stands.</param>
/// <param name="Since">For <see cref="GrantPhase.TakingEffect"/>: since when, in the cloud's time.</param>
/// <param name="Explanation">One sentence, or empty.</param>
public sealed record GrantStatus(GrantPhase Phase, DateTimeOffset? Since, string Explanation)
{
    public static GrantStatus Of(CheckResult? present, CheckResult? inForce) => (present?.State, inForce?.State) switch
    {
        (_, CheckState.Pass) => new(GrantPhase.InForce, inForce!.Since, ""),
        (CheckState.Fail, _) => new(GrantPhase.NotGranted, null, present!.Explanation),
        (CheckState.Pass or CheckState.Warn, CheckState.Waiting) => new(GrantPhase.TakingEffect, inForce!.Since, inForce.Explanation),
        (CheckState.Skipped, CheckState.Waiting) => new(GrantPhase.Unknown, null, present!.Explanation),
        (_, CheckState.Fail) => new(GrantPhase.Refused, null, inForce!.Explanation),
        _ => new(GrantPhase.Unknown, null, (inForce ?? present)?.Explanation ?? ""),
    };
}
