using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Confluent has wrapped and unwrapped with the key. Azure applies new role assignments within minutes, so a refusal right after them is "not yet".</summary>
public sealed class GrantInForce : IPreflightCheck
{
    /// <summary>Azure says up to ten minutes; past this, waiting alone will not help.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public CheckName Name => CheckName.GrantInForce;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.RegistrationId is null)
            return CannotSee.NotAsked(Name, "the registration");
        var answer = await context.RegistrationAsync().ConfigureAwait(false);
        if (!answer.IsOk)
            return CannotSee.Because(Name, answer.Fault);
        var registration = answer.Value;
        if (registration.IsValid)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = "VALID", Since = registration.Validation?.Since, CloudTime = answer.CloudTime };
        var phase = registration.Validation?.Phase ?? "nothing yet";
        var now = answer.CloudTime ?? context.Time.GetUtcNow();
        var (granted, since, unread) = await ReadGrantAsync(context, registration).ConfigureAwait(false);
        // Whether this is "not yet" or "no" depends on the roles: a cloud in trouble tells in a moment.
        if (unread is { IsTransient: true })
            return CannotSee.Because(Name, unread);
        var keyWorks = granted is not true || await MayWorkAsync(context, now).ConfigureAwait(false);
        if (granted is true && keyWorks && now - since < Patience)
            return AccessMessages.TakingEffect(phase).As(Name, CheckState.Waiting) with
            {
                Observed = phase, Expected = "VALID", Since = since, CloudTime = now,
            };
        if (granted is not true && registration.Validation?.Is("INITIALIZING") is true)
            return ToCome(AccessMessages.NotTriedYet);
        // Of a key that nobody has granted yet, a refusal is no news: that the roles are missing is told by their own check.
        if (granted is false && context.Subject.BoundClusterId is null)
            return ToCome(AccessMessages.RefusedBeforeTheGrant);
        return AccessMessages.Refused(registration.Validation?.Message, granted, keyWorks, context.Subject.BoundClusterId is not null).As(Name, CheckState.Fail) with
        {
            Observed = phase, Expected = "VALID",
            Fields = [DraftField.Registration],
            Remedies = granted is true ? [new Remedy(RemedyKind.TryAgain, "Ask again")] : [GrantAdvice.Remedy(context.Subject)],
        };

        CheckResult ToCome(CheckMessage message) => message.As(Name, CheckState.Waiting) with
        {
            Observed = phase, Expected = "VALID", Since = registration.Validation?.Since, CloudTime = now, Remedies = [GrantAdvice.Remedy(context.Subject)],
        };
    }

    /// <summary>False when the key itself is known not to work: then waiting for the roles would hide what has to be mended.</summary>
    private static async Task<bool> MayWorkAsync(PreflightContext context, DateTimeOffset now)
    {
        if (context.Subject.Key is null)
            return true;
        var key = await context.KeyAsync().ConfigureAwait(false);
        return key.IsOk
            ? key.Value.Attributes is { Enabled: true } dates && !(dates.NotBefore > now) && !(dates.Expires <= now)
            : key.Fault.Kind is not (FaultKind.KeyDisabled or FaultKind.NotFound);
    }

    /// <summary>
    /// Whether both roles are assigned, or null when that cannot be seen; and since when: the younger one's date. Where Azure tells no date,
    /// Confluent's last change of mind stands for it. With the fault where Azure did not answer.
    /// </summary>
    private static async Task<(bool? Granted, DateTimeOffset? Since, CloudFault? Unread)> ReadGrantAsync(PreflightContext context, KeyRegistration registration)
    {
        if (context.Subject.Vault is not { } vault)
            return (null, null, null);
        var assignments = await context.AssignmentsAsync().ConfigureAwait(false);
        if (!assignments.IsOk)
            return (null, null, assignments.Fault);
        var ofRoles = KeyVaultRole.OfGrant
            .Select(role => assignments.Value.Where(one => one.Gives(role, vault)).ToList())
            .ToList();
        return ofRoles.Exists(ofRole => ofRole.Count == 0)
            ? (false, null, null)
            : (true, ofRoles.Max(ofRole => ofRole.Min(one => one.CreatedOn)) ?? registration.Validation?.Since, null);
    }
}
