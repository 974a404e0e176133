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

    /// <summary>Role assignments that are known; none of them is missing from Azure, but others may be there.</summary>
    public IReadOnlyList<RoleAssignment> Assignments { get; init; } = [];
}
