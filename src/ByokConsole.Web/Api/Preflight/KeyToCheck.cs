namespace ByokConsole.Web.Api.Preflight;

/// <summary>The key that the checks are about: its three fields, or a registration that has them. The fields are named as in Confluent's byok/v1.</summary>
public sealed record KeyToCheck
{
    /// <summary>Key identifier without version: <c>https://{vault}.vault.azure.net/keys/{key}</c>.</summary>
    public string? KeyId { get; init; }

    /// <summary>Resource ID of the vault: <c>/subscriptions/…/providers/Microsoft.KeyVault/vaults/{vault}</c>.</summary>
    public string? KeyVaultId { get; init; }

    /// <summary>Tenant of the vault, a GUID.</summary>
    public string? TenantId { get; init; }

    /// <summary>Registration, <c>cck-…</c>, in place of the three fields; then the grant is checked as well.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Region of the cluster that is to use it, such as <c>westeurope</c>.</summary>
    public string? Region { get; init; }

    /// <summary>You attest that the key was generated in the vault. Azure does not tell, and imported material is not supported.</summary>
    public bool MaterialGenerated { get; init; }

    /// <summary>Both are given, and only one of them could be what is meant.</summary>
    internal bool IsAmbiguous => RegistrationId is not null && (KeyId ?? KeyVaultId ?? TenantId) is not null;
}
