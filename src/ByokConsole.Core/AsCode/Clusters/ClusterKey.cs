using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>The key of a cluster that is to be written down.</summary>
/// <param name="Key">The key; with a version where one is known.</param>
public sealed record ClusterKey(VaultResourceId Vault, KeyIdentifier Key, Guid TenantId)
{
    /// <summary><c>cck-…</c>, or null while the key is not registered.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>What the registration is called, or null.</summary>
    public string? RegistrationName { get; init; }

    /// <summary>Bits of the modulus, or null where it is not known.</summary>
    public int? Size { get; init; }

    /// <summary>When Key Vault rotates the key by itself; null where it is not known.</summary>
    public KeyRotationPolicy? Rotation { get; init; }

    /// <summary>What the registration's application was given at the vault; null while nobody has looked.</summary>
    public IReadOnlyList<RoleAssignment>? Assignments { get; init; }
}
