using System.Globalization;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>No other cluster has the key, or had it less than five days ago. A key that served before is a warning: reuse is discouraged.</summary>
public sealed class KeyNotBound : IPreflightCheck
{
    public CheckName Name => CheckName.KeyNotBound;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Key is not { } key)
            return CannotSee.NotAsked(Name, "the key identifier");
        if (context.Subject.BoundClusterId is { } bound)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = $"bound to {bound}" };
        var registrations = await context.RegistrationsAsync().ConfigureAwait(false);
        if (!registrations.IsOk)
            return CannotSee.Because(Name, registrations.Fault);
        var bindings = await context.BindingsAsync().ConfigureAwait(false);
        var user = registrations.Value.FirstOrDefault(one => one.IsInUse && key.Equals(one.Key?.Versionless));
        if (user is not null)
            return InUse(user, bindings.FirstOrDefault(one => one.RegistrationId == user.Id));
        // A key that does not exist is bound to nothing, and that is no good news. One that cannot be read may well exist.
        var unread = (await context.KeyAsync().ConfigureAwait(false)).Fault?.Kind;
        if (unread is FaultKind.NotFound)
            return CannotSee.NotAsked(Name, "a key that exists");
        if (unread is FaultKind.Unreachable && await context.IsVaultMissingAsync().ConfigureAwait(false))
            return CannotSee.NotAsked(Name, "a vault that exists");
        return bindings is [var before, ..]
            ? KeyMessages.ServedBefore(before.ClusterId).As(Name, CheckState.Warn) with
            {
                Observed = $"served {before.ClusterId}", Expected = "never used",
                Fields = [DraftField.KeyIdentifier],
                Remedies = [new Remedy(RemedyKind.CreateKey, "Create another key")],
            }
            : new CheckResult(Name, CheckState.Pass, "") { Observed = "free" };
    }

    private CheckResult InUse(KeyRegistration user, Provisioning.KeyBinding? binding)
    {
        var who = binding is null ? $"Registration {user.Id} of this key is in use" : $"Cluster {binding.ClusterId} uses this key since {Date(binding.From)}";
        var free = binding?.To is { } deleted
            ? $"that cluster was deleted on {Date(deleted)}, and the key is free on {Date(deleted + Provisioning.KeyBinding.ReleaseAfter)}"
            : "it is free at most five days after its cluster is deleted";
        return KeyMessages.InUse(who, free).As(Name, CheckState.Fail) with
        {
            Observed = $"{user.Id} in use", Expected = "not in use",
            Fields = [DraftField.KeyIdentifier],
            Remedies = [new Remedy(RemedyKind.CreateKey, "Create another key"), new Remedy(RemedyKind.BrowseVaults, "Pick another key")],
        };
    }

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
