using ByokConsole.Core.Clouds;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>What the checks of a vault's properties share: they need the vault as Azure shows it, and nothing else.</summary>
public abstract class VaultCheck : IPreflightCheck
{
    public abstract CheckName Name { get; }

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Vault is null)
            return CannotSee.NotAsked(Name, "the resource ID");
        var vault = await context.VaultAsync().ConfigureAwait(false);
        if (vault.IsOk)
            return await JudgeAsync(vault.Value, context).ConfigureAwait(false);
        return vault.Fault.Kind is FaultKind.NotFound ? CannotSee.NotAsked(Name, "a vault that exists") : CannotSee.Because(Name, vault.Fault);
    }

    protected abstract Task<CheckResult> JudgeAsync(Vault vault, PreflightContext context);
}
