using System.Text.Json;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Resource Manager's shapes as the domain's, with Azure's meaning for what is absent.</summary>
internal static class VaultShapes
{
    public static Vault Vault(WireVault wire)
    {
        var properties = wire.Properties ?? throw new JsonException("The vault has no properties.");
        if (!VaultResourceId.TryParse(wire.Id, out var id))
            throw new JsonException("The vault's id is none.");
        return new()
        {
            Id = id,
            Name = wire.Name ?? id.VaultName,
            Location = wire.Location ?? throw new JsonException("The vault has no location."),
            TenantId = properties.TenantId ?? throw new JsonException("The vault has no tenant."),
            VaultUri = Uri.TryCreate(properties.VaultUri, UriKind.Absolute, out var uri)
                ? uri
                : throw new JsonException("The vault has no address."),
            RbacEnabled = properties.EnableRbacAuthorization ?? false,
            PurgeProtection = properties.EnablePurgeProtection ?? false,
            RetentionDays = properties.SoftDeleteRetentionInDays,
            Network = Network(properties),
            Sku = properties.Sku?.Name ?? "standard",
        };
    }

    private static VaultNetwork Network(WireVault.VaultProperties properties)
    {
        var isPublic = string.IsNullOrEmpty(properties.PublicNetworkAccess) || Same(properties.PublicNetworkAccess, "Enabled");
        return properties.NetworkAcls is not { } acls
            ? VaultNetwork.Open with { IsPublic = isPublic }
            : new(
                isPublic && !Same(acls.DefaultAction, "Deny"),
                // Present without a bypass means that trusted services pass.
                string.IsNullOrEmpty(acls.Bypass) || Same(acls.Bypass, "AzureServices"));
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
