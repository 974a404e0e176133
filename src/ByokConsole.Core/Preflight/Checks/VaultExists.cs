using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Resource Manager knows the vault.</summary>
public sealed class VaultExists : IPreflightCheck
{
    public CheckName Name => CheckName.VaultExists;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Vault is not { } id)
            return CannotSee.NotAsked(Name, "the resource ID");
        var vault = await context.VaultAsync().ConfigureAwait(false);
        if (vault.IsOk)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = vault.Value.Name };
        return vault.Fault.Kind is FaultKind.NotFound
            ? VaultMessages.Missing(id).As(Name, CheckState.Fail) with
            {
                Observed = "no such vault", Expected = id.VaultName,
                Fields = [DraftField.VaultResourceId],
                Remedies = [new Remedy(RemedyKind.BrowseVaults, "Pick a vault", context.Subject.Region)],
            }
            : CannotSee.Because(Name, vault.Fault);
    }
}
