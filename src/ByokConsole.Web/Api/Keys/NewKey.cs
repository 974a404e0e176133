namespace ByokConsole.Web.Api.Keys;

/// <summary>A key to register with Confluent Cloud. The fields are named as in Confluent's byok/v1.</summary>
public sealed record NewKey
{
    /// <summary>Key identifier without version: <c>https://{vault}.vault.azure.net/keys/{key}</c>.</summary>
    public string? KeyId { get; init; }

    /// <summary>Resource ID of the vault.</summary>
    public string? KeyVaultId { get; init; }

    /// <summary>Tenant of the vault, a GUID.</summary>
    public string? TenantId { get; init; }

    /// <summary>What it is called in lists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Region of the cluster that is to use it; the vault is then checked to be there.</summary>
    public string? Region { get; init; }

    /// <summary>You attest that the key was generated in the vault. Azure does not tell, and imported material is not supported.</summary>
    public bool MaterialGenerated { get; init; }
}
