using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>A vault as Resource Manager describes it; absent switches are read as Azure means them.</summary>
public sealed record Vault
{
    public required VaultResourceId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Region as Azure gave it; compare with <see cref="AzureRegion.Same"/>.</summary>
    public required string Location { get; init; }
    public required Guid TenantId { get; init; }
    public required Uri VaultUri { get; init; }

    /// <summary>True only when Azure RBAC decides; absent means access policies.</summary>
    public bool RbacEnabled { get; init; }

    /// <summary>True only when switched on; absent means off.</summary>
    public bool PurgeProtection { get; init; }

    /// <summary>Days a deleted key can be recovered (7 to 90), or null when not told.</summary>
    public int? RetentionDays { get; init; }
    public VaultNetwork Network { get; init; } = VaultNetwork.Open;

    /// <summary>"standard" or "premium" as given.</summary>
    public string Sku { get; init; } = "standard";
}
