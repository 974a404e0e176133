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
    public async Task<Answer<VaultKey>> CreateAsync(VaultResourceId vault, string name, int keySize, CancellationToken cancellationToken)
    {
        var key = KeyIdentifier.Create(vault.VaultName, name);
        var found = await keys.GetAsync(key, cancellationToken);
        if (found.IsOk)
            return new CloudFault(CloudService.KeyVault, FaultKind.AlreadyExists, $"The vault {vault.VaultName} has a key {name} already. Choose another name.");
        return found.Fault.Kind is FaultKind.NotFound
            ? await keys.CreateRsaAsync(vault.VaultName, name, keySize, cancellationToken)
            : found;
    }
}
