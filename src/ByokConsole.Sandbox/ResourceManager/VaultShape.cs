using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>A vault as Resource Manager writes it (Microsoft.KeyVault/vaults, 2026-02-01): what is off is absent, not false.</summary>
internal static class VaultShape
{
    public static JsonObject Write(VaultRecord vault)
    {
        var properties = new JsonObject
        {
            ["sku"] = new JsonObject { ["family"] = "A", ["name"] = vault.Sku },
            ["tenantId"] = vault.TenantId.ToString(),
            ["accessPolicies"] = JsonReading.Array(vault.AccessPolicies.Select(policy => (JsonNode)new JsonObject
            {
                ["tenantId"] = vault.TenantId.ToString(),
                ["objectId"] = policy.ObjectId.ToString(),
                ["permissions"] = new JsonObject { ["keys"] = JsonReading.Array(policy.Keys) },
            })),
            ["enabledForDeployment"] = false,
            ["enableSoftDelete"] = true,
            ["softDeleteRetentionInDays"] = vault.SoftDeleteRetentionInDays,
            ["vaultUri"] = $"https://{vault.Name}.vault.azure.net/",
            ["provisioningState"] = "Succeeded",
            ["publicNetworkAccess"] = vault.PublicNetworkAccess,
        };
        if (vault.EnableRbacAuthorization is { } rbac)
            properties["enableRbacAuthorization"] = rbac;
        if (vault.EnablePurgeProtection is true)
            properties["enablePurgeProtection"] = true;
        if (vault.NetworkAcls is { } acls)
            properties["networkAcls"] = Acls(acls);
        return new JsonObject
        {
            ["id"] = vault.ResourceId,
            ["name"] = vault.Name,
            ["type"] = "Microsoft.KeyVault/vaults",
            ["location"] = vault.Location,
            ["tags"] = new JsonObject(),
            ["systemData"] = new JsonObject { ["createdAt"] = vault.CreatedAt.ToString("O") },
            ["properties"] = properties,
        };
    }

    private static JsonObject Acls(NetworkAclRecord acls) => new()
    {
        ["bypass"] = acls.Bypass,
        ["defaultAction"] = acls.DefaultAction,
        ["ipRules"] = JsonReading.Array(acls.IpRules.Select(rule => (JsonNode)new JsonObject { ["value"] = rule })),
        ["virtualNetworkRules"] = new JsonArray(),
    };
}
