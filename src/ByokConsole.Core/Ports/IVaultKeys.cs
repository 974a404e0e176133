using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Ports;

/// <summary>Keys inside a vault, as the console's credential may see them. Never retried blindly; expected failures are faults.</summary>
public interface IVaultKeys
{
    /// <summary>Newest version of the key.</summary>
    Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken);

    /// <summary>All keys of a vault, by vault name.</summary>
    Task<Answer<IReadOnlyList<KeyListItem>>> ListAsync(string vaultName, CancellationToken cancellationToken);

    /// <summary>All versions of a key, newest first.</summary>
    Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken);

    Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken);

    /// <summary>Sets the key's rotation policy. A PUT: the same however often it arrives.</summary>
    Task<Answer<KeyRotationPolicy>> SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken);

    /// <summary>Asks without any credential: the vault's 401 tells its tenant and region.</summary>
    Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken);

    /// <summary>Creates a software-protected RSA key that may wrap and unwrap. A POST: sent once, never replayed.</summary>
    Task<Answer<VaultKey>> CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken);
}
