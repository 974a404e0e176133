using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Vaults;

/// <summary>
/// Makes a compliant key. It looks first: creating under a name that is taken would make a new version by hand of a key that may serve a
/// cluster, and the vendor supports automatic rotation only.
/// </summary>
public sealed class KeyMaker(IVaultKeys keys)
{
    /// <param name="rotates">Has Key Vault rotate it each year. Where that fails the key is there all the same, and its check tells what to do.</param>
    public async Task<Answer<VaultKey>> CreateAsync(VaultResourceId vault, string name, int keySize, bool rotates, CancellationToken cancellationToken)
    {
        var key = KeyIdentifier.Create(vault.VaultName, name);
        var found = await keys.GetAsync(key, cancellationToken);
        if (found.IsOk)
            return new CloudFault(CloudService.KeyVault, FaultKind.AlreadyExists, $"The vault {vault.VaultName} has a key {name} already. Choose another name.");
        if (found.Fault.Kind is not FaultKind.NotFound)
            return found;
        var made = await keys.CreateRsaAsync(vault.VaultName, name, keySize, cancellationToken);
        if (made.IsOk && rotates)
            await keys.SetRotationPolicyAsync(key, KeyRotationPolicy.Yearly, cancellationToken);
        return made;
    }
}
