using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Ports;

/// <summary>
/// What turns a vault key off, and on again. Apart from <see cref="IVaultKeys"/>, so that only a revocation and its way back can. The console
/// wants no standing right to any of it: a ForbiddenByRbac fault is an expected answer. Nothing here is ever replayed by itself.
/// </summary>
public interface IVaultKeyControl
{
    /// <summary>Enables or disables one version (the identifier carries it).</summary>
    Task<Answer<VaultKey>> SetEnabledAsync(KeyIdentifier version, bool enabled, CancellationToken cancellationToken);

    /// <summary>Soft-deletes the key with all its versions.</summary>
    Task<Answer<DeletedKey>> DeleteAsync(KeyIdentifier key, CancellationToken cancellationToken);

    /// <summary>The key as deleted; a NotFound fault when it is not deleted (or not yet, or purged).</summary>
    Task<Answer<DeletedKey>> FindDeletedAsync(KeyIdentifier key, CancellationToken cancellationToken);

    /// <summary>Recovers the deleted key with all its versions. It takes a moment until the key can be read again.</summary>
    Task<Answer<VaultKey>> RecoverAsync(KeyIdentifier key, CancellationToken cancellationToken);
}
