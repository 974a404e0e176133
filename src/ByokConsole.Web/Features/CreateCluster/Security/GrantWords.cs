using System.Globalization;
using ByokConsole.Core.Preflight;
using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>The grant's live line: what was seen, and what happens next.</summary>
public static class GrantWords
{
    public static string Of(KeyChecks checks)
        => checks.StateOf(CheckName.GrantInForce) switch
        {
            CheckState.Pass => "In force: Confluent could wrap and unwrap with the key. Continue.",
            CheckState.Fail => checks.Results[CheckName.GrantInForce].Explanation,
            _ => checks.StateOf(CheckName.GrantPresent) switch
            {
                CheckState.Pass => TakingEffect(checks.Results.GetValueOrDefault(CheckName.GrantInForce)),
                CheckState.Skipped => checks.Results[CheckName.GrantPresent].Explanation,
                _ => "Not granted yet. We look every 5 s and go on by ourselves.",
            },
        };

    private static string TakingEffect(CheckResult? inForce)
        => inForce?.Since is { } since
            ? $"Both roles were given at {since.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC. Azure applies them within minutes, seldom up to 30; we look every 5 s and go on by ourselves."
            : "Both roles are given. Azure applies them within minutes, seldom up to 30; we look every 5 s and go on by ourselves.";
}
