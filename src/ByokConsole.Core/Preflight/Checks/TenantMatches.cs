using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The vault belongs to the tenant that is given to Confluent. Where Azure cannot be read, the vault's own challenge tells.</summary>
public sealed class TenantMatches : IPreflightCheck
{
    public CheckName Name => CheckName.TenantMatches;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        var subject = context.Subject;
        if (subject.TenantId is not { } wanted)
            return CannotSee.NotAsked(Name, "the tenant ID");
        if (subject.Vault is null && subject.Key is null)
            return CannotSee.NotAsked(Name, "the resource ID");
        var (tenant, fault) = await ReadAsync(context).ConfigureAwait(false);
        if (tenant is not { } actual)
            return fault!.Kind is FaultKind.NotFound ? CannotSee.NotAsked(Name, "a vault that exists") : CannotSee.Because(Name, fault);
        // In the wizard the entry is what is wrong; of a bound key the registration is what was agreed, and the vault has moved.
        var (observed, expected) = subject.BoundClusterId is null ? (wanted, actual) : (actual, wanted);
        return actual == wanted
            ? new CheckResult(Name, CheckState.Pass, "") { Observed = actual.ToString() }
            : (subject.BoundClusterId is null ? VaultMessages.OtherTenant(actual) : VaultMessages.Moved(actual, wanted)).As(Name, CheckState.Fail) with
            {
                Observed = observed.ToString(), Expected = expected.ToString(),
                Fields = [DraftField.TenantId],
                Remedies = [new Remedy(RemedyKind.SetTenant, "Use the vault's tenant", actual.ToString())],
            };
    }

    private static async Task<(Guid? Tenant, CloudFault? Fault)> ReadAsync(PreflightContext context)
    {
        CloudFault? fault = null;
        if (context.Subject.Vault is not null)
        {
            var vault = await context.VaultAsync().ConfigureAwait(false);
            if (vault.IsOk)
                return (vault.Value.TenantId, null);
            fault = vault.Fault;
        }

        if (fault?.Kind is FaultKind.NotFound)
            return (null, fault);
        var challenge = await context.ChallengeAsync().ConfigureAwait(false);
        return challenge is { IsOk: true, Value.TenantId: { } tenant } ? (tenant, null) : (null, fault ?? challenge.Fault ?? Silent());
    }

    private static CloudFault Silent() => new(CloudService.KeyVault, FaultKind.Malformed, "The vault did not name its tenant.");
}
