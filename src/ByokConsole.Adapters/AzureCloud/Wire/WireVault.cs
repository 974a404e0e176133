namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>Vault of azure-rest-api-specs, Microsoft.KeyVault 2026-02-01; a switch that is off may be absent.</summary>
internal sealed record WireVault(string? Id, string? Name, string? Location, WireVault.VaultProperties? Properties)
{
    internal sealed record VaultProperties(
        Guid? TenantId,
        string? VaultUri,
        VaultSku? Sku,
        bool? EnableRbacAuthorization,
        bool? EnablePurgeProtection,
        int? SoftDeleteRetentionInDays,
        VaultNetworkAcls? NetworkAcls,
        string? PublicNetworkAccess);

    internal sealed record VaultSku(string? Name);

    internal sealed record VaultNetworkAcls(string? Bypass, string? DefaultAction);
}
