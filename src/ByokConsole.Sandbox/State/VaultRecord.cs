namespace ByokConsole.Sandbox.State;

/// <summary>A vault. Nullable switches are absent on the wire, as Azure's are.</summary>
public sealed record VaultRecord : IRecord
{
    /// <summary>The vault's name in lower case: unique in the whole cloud.</summary>
    public string Id => Name.ToLowerInvariant();

    public required string Name { get; init; }
    public required Guid SubscriptionId { get; init; }
    public required string ResourceGroup { get; init; }
    public required string Location { get; init; }
    public required Guid TenantId { get; init; }
    public string Sku { get; init; } = "standard";
    public bool? EnableRbacAuthorization { get; init; }
    public bool? EnablePurgeProtection { get; init; }
    public bool EnabledForDeployment { get; init; }
    public bool? EnabledForDiskEncryption { get; init; }
    public bool? EnabledForTemplateDeployment { get; init; }
    public int SoftDeleteRetentionInDays { get; init; } = 90;
    public string PublicNetworkAccess { get; init; } = "Enabled";
    public NetworkAclRecord? NetworkAcls { get; init; }
    public IReadOnlyList<AccessPolicyRecord> AccessPolicies { get; init; } = [];
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Application id of who made it; null for the operator's.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When its name has come into the DNS; null for one that was there from the beginning.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }
    public DateTimeOffset? ModifiedAt { get; init; }
    public string? ModifiedBy { get; init; }

    /// <summary>While its name is not in the DNS, it is known to Resource Manager alone.</summary>
    public bool IsRegistering(DateTimeOffset now) => RegisteredAt > now;

    public string ResourceId
        => $"/subscriptions/{SubscriptionId:D}/resourceGroups/{ResourceGroup}/providers/Microsoft.KeyVault/vaults/{Name}";
}
