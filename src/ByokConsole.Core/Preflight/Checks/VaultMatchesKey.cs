using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;

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
            return Differs($"The resource ID names the vault {vault.VaultName}, the key identifier {key.VaultName}. Make them name the same vault.", vault, key);
        var read = await context.VaultAsync().ConfigureAwait(false);
        if (read.Fault?.Kind is FaultKind.NotFound)
            return CannotSee.NotAsked(Name, "a vault that exists");
        if (read.IsOk && !read.Value.VaultUri.Host.Equals(key.VaultUri.Host, StringComparison.OrdinalIgnoreCase))
            return Differs($"Azure says that this vault answers at {read.Value.VaultUri.Host}, the key identifier names {key.VaultUri.Host}.", vault, key);
        return new CheckResult(Name, CheckState.Pass, "") { Observed = key.VaultName };
    }

    private static CheckResult Differs(string explanation, VaultResourceId vault, KeyIdentifier key) => new(CheckName.VaultMatchesKey, CheckState.Fail, explanation)
    {
        Observed = key.VaultName,
        Expected = vault.VaultName,
        Fields = [DraftField.KeyIdentifier, DraftField.VaultResourceId],
        Remedies = [new Remedy(RemedyKind.SetKeyIdentifier, $"Use {key.KeyName} in {vault.VaultName}", KeyIdentifier.Create(vault.VaultName, key.KeyName).ToString())],
    };
}
