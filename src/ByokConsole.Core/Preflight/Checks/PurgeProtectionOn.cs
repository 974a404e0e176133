using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Nobody can purge the key before its retention ends. Azure's property is compared with what the key's recovery level says.</summary>
public sealed class PurgeProtectionOn : IPreflightCheck
{
    public CheckName Name => CheckName.PurgeProtectionOn;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Vault is null && context.Subject.Key is null)
            return CannotSee.NotAsked(Name, "the resource ID");
        var vault = context.Subject.Vault is null ? null : await context.VaultAsync().ConfigureAwait(false);
        var key = context.Subject.Key is null ? null : await context.KeyAsync().ConfigureAwait(false);
        var byVault = vault is { IsOk: true } ? vault.Value.PurgeProtection : (bool?)null;
        var byKey = key is { IsOk: true } ? key.Value.Attributes.PurgeProtected : null;
        if (byVault is null && byKey is null)
            return vault?.Fault is { Kind: Clouds.FaultKind.NotFound } ? CannotSee.NotAsked(Name, "a vault that exists")
                : (vault?.Fault ?? key?.Fault) is { } fault ? CannotSee.Because(Name, fault)
                : CannotSee.NotAsked(Name, "the resource ID");
        var days = (vault is { IsOk: true } ? vault.Value.RetentionDays : null) ?? (key is { IsOk: true } ? key.Value.Attributes.RecoverableDays : null);
        if (byVault is true && byKey is false)
            return Off(VaultMessages.PurgeContradiction, vault!.Value);
        return (byVault ?? byKey) is true
            ? new CheckResult(Name, CheckState.Pass, "") { Observed = days is { } known ? $"on, {known} days" : "on" }
            : Off(VaultMessages.PurgeUnprotected, vault is { IsOk: true } ? vault.Value : null);
    }

    private CheckResult Off(CheckMessage message, Vault? vault) => message.As(Name, CheckState.Fail) with
    {
        Observed = "off", Expected = "on",
        Fields = [DraftField.VaultResourceId],
        Remedies = vault is null
            ? []
            :
            [
                new Remedy(RemedyKind.Command, "Command that switches it on", AzCommand.UpdateVault(vault.Id, "--enable-purge-protection true"),
                    $"This cannot be undone: from then on a deleted key stays recoverable for {vault.RetentionDays ?? 90} days, and its name is taken for as long."),
            ],
    };
}
