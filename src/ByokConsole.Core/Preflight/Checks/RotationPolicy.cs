using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Key Vault rotates the key by itself: the only kind of rotation that the vendor supports.</summary>
public sealed class RotationPolicy : KeyCheck
{
    public override CheckName Name => CheckName.RotationPolicy;

    protected override async Task<CheckResult> JudgeAsync(VaultKey key, DateTimeOffset cloudTime, PreflightContext context)
    {
        var policy = await context.RotationPolicyAsync().ConfigureAwait(false);
        if (!policy.IsOk)
            return CannotSee.Because(Name, policy.Fault);
        var command = AzCommand.RotationPolicy(key.Id, key.Attributes.Expires is not null);
        if (policy.Value is { RotateAfterCreate: null, RotateBeforeExpiry: not null } && key.Attributes.Expires is null)
            return KeyMessages.NeverDue.As(Name, CheckState.Warn) with
            {
                Observed = "never comes due", Expected = "on",
                Remedies = [new Remedy(RemedyKind.Command, "Command that sets such a policy", command)],
            };
        if (policy.Value.RotatesAutomatically)
            return new CheckResult(Name, CheckState.Pass, "")
            {
                Observed = RotationDate.Next(policy.Value, key.Attributes) is { } next ? $"next {next.UtcDateTime:d MMM yyyy}" : "on",
            };
        return KeyMessages.NotRotated.As(Name, CheckState.Warn) with
        {
            Observed = "off", Expected = "on",
            Remedies = [new Remedy(RemedyKind.Command, "Command that sets a policy", command)],
        };
    }
}
