namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A vault of the sandbox, as its control host tells it.</summary>
public sealed record SandboxVault
{
    public required string Name { get; init; }
    public required string ResourceId { get; init; }
    public required string Location { get; init; }
    public required string TenantId { get; init; }
    public required string Sku { get; init; }

    /// <summary>Azure RBAC decides; else the vault's own access policies.</summary>
    public bool EnableRbacAuthorization { get; init; }
    public bool EnablePurgeProtection { get; init; }
    public int SoftDeleteRetentionInDays { get; init; }
    public string PublicNetworkAccess { get; init; } = "Enabled";
    public SandboxFirewall? NetworkAcls { get; init; }

    /// <summary>How many keys it holds, deleted ones apart.</summary>
    public int Keys { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
