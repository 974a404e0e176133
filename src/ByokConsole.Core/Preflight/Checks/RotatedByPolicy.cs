using System.Globalization;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>
/// Every version since the cluster was made came when the rotation policy makes one. Azure does not tell who made a version, so its date is
/// compared with the one that the policy names.
/// </summary>
public sealed class RotatedByPolicy : VersionCheck
{
    /// <summary>Key Vault rotates on the day that the policy names, not to the minute.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a month or a year of a policy is, nobody publishes: a twentieth of the version's age more or less is still that day.</summary>
    private const double Share = 0.05;

    public override CheckName Name => CheckName.RotatedByPolicy;

    protected override async Task<CheckResult> JudgeAsync(IReadOnlyList<KeyVersion> versions, PreflightContext context)
    {
        var made = versions.Zip(versions.Skip(1)).Where(pair => pair.First.Attributes.Created > context.Subject.BoundSince).ToList();
        if (made.Count == 0)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = "not rotated yet" };
        var policy = await context.RotationPolicyAsync().ConfigureAwait(false);
        if (!policy.IsOk)
            return CannotSee.Because(Name, policy.Fault);
        var byHand = made.Where(pair => !IsDue(pair.First, pair.Second, policy.Value)).Select(pair => pair.First).ToList();
        return byHand.Count == 0
            ? new CheckResult(Name, CheckState.Pass, "") { Observed = $"last on {Date(made[0].First)}" }
            : Made(byHand, policy.Value);
    }

    private static bool IsDue(KeyVersion version, KeyVersion before, KeyRotationPolicy policy)
    {
        if (RotationDate.Next(policy, before.Attributes) is not { } due)
            return false;
        var made = version.Attributes.Created!.Value;
        var age = made - (before.Attributes.Created ?? made);
        return (made - due).Duration() <= (age * Share > Day ? age * Share : Day);
    }

    private CheckResult Made(List<KeyVersion> byHand, KeyRotationPolicy policy)
    {
        var names = string.Join(", ", byHand.Select(version => $"{Short(version)} on {Date(version)}"));
        return KeyMessages.MadeByHand(names, policy.RotatesAutomatically).As(Name, CheckState.Warn) with
        {
            Observed = byHand.Count == 1 ? "one by hand" : $"{byHand.Count} by hand", Expected = "by policy",
        };
    }

    private static string Date(KeyVersion version) => version.Attributes.Created!.Value.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
