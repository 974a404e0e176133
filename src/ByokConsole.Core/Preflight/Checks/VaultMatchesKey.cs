using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The vault named by the resource ID, by the key identifier and by Azure itself is one and the same.</summary>
public sealed class VaultMatchesKey : IPreflightCheck
{
    public CheckName Name => CheckName.VaultMatchesKey;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        var (vault, key) = (context.Subject.Vault, context.Subject.Key);
        if (vault is null || key is null)
            return CannotSee.NotAsked(Name, vault is null ? "the resource ID" : "the key identifier");
        if (!vault.VaultName.Equals(key.VaultName, StringComparison.OrdinalIgnoreCase))
            return Differs(VaultMessages.NamesDiffer(vault.VaultName, key.VaultName), vault, key);
        var read = await context.VaultAsync().ConfigureAwait(false);
        if (read.Fault?.Kind is FaultKind.NotFound)
            return CannotSee.NotAsked(Name, "a vault that exists");
        if (read.IsOk && !read.Value.VaultUri.Host.Equals(key.VaultUri.Host, StringComparison.OrdinalIgnoreCase))
            return Differs(VaultMessages.HostDiffers(read.Value.VaultUri.Host, key.VaultUri.Host), vault, key);
        return new CheckResult(Name, CheckState.Pass, "") { Observed = key.VaultName };
    }

    private static CheckResult Differs(CheckMessage message, VaultResourceId vault, KeyIdentifier key) => message.As(CheckName.VaultMatchesKey, CheckState.Fail) with
    {
        Observed = key.VaultName,
        Expected = vault.VaultName,
        Fields = [DraftField.KeyIdentifier, DraftField.VaultResourceId],
        Remedies = [new Remedy(RemedyKind.SetKeyIdentifier, $"Use {key.KeyName} in {vault.VaultName}", KeyIdentifier.Create(vault.VaultName, key.KeyName).ToString())],
    };
}
