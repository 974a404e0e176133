using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>A vault as Resource Manager writes it (Microsoft.KeyVault/vaults, 2026-02-01): what is off is absent, not false.</summary>
internal static class VaultShape
{
    public static JsonObject Write(VaultRecord vault, DateTimeOffset now) => new()
    {
        ["id"] = vault.ResourceId,
        ["name"] = vault.Name,
        ["type"] = "Microsoft.KeyVault/vaults",
        ["location"] = vault.Location,
        ["tags"] = Tags(vault),
        ["systemData"] = SystemData(vault),
        ["properties"] = Properties(vault, now),
    };

    public static JsonObject Deleted(DeletedVaultRecord deleted) => new()
    {
        ["id"] = $"/subscriptions/{deleted.Vault.SubscriptionId}/providers/Microsoft.KeyVault/locations/{deleted.Vault.Location}/deletedVaults/{deleted.Vault.Name}",
        ["name"] = deleted.Vault.Name,
        ["type"] = "Microsoft.KeyVault/deletedVaults",
        ["properties"] = new JsonObject
        {
            ["vaultId"] = deleted.Vault.ResourceId,
            ["location"] = deleted.Vault.Location,
            ["tags"] = Tags(deleted.Vault),
            ["deletionDate"] = deleted.DeletedAt.ToString("O"),
            ["scheduledPurgeDate"] = deleted.PurgedAt.ToString("O"),
            ["purgeProtectionEnabled"] = deleted.Vault.EnablePurgeProtection,
        },
    };

    public static JsonArray Policies(VaultRecord vault) => JsonReading.Array(vault.AccessPolicies.Select(policy => (JsonNode)new JsonObject
    {
        ["tenantId"] = vault.TenantId.ToString(),
        ["objectId"] = policy.ObjectId.ToString(),
        ["permissions"] = new JsonObject
        {
            ["keys"] = JsonReading.Array(policy.Keys),
            ["secrets"] = JsonReading.Array(policy.Secrets),
            ["certificates"] = JsonReading.Array(policy.Certificates),
        },
    }));

    private static JsonObject Properties(VaultRecord vault, DateTimeOffset now)
    {
        var properties = new JsonObject
        {
            ["sku"] = new JsonObject { ["family"] = "A", ["name"] = vault.Sku },
            ["tenantId"] = vault.TenantId.ToString(),
            ["accessPolicies"] = Policies(vault),
            ["enabledForDeployment"] = vault.EnabledForDeployment,
            ["enableSoftDelete"] = true,
            ["softDeleteRetentionInDays"] = vault.SoftDeleteRetentionInDays,
            ["vaultUri"] = $"https://{vault.Name}.vault.azure.net/",
            ["provisioningState"] = vault.IsRegistering(now) ? "RegisteringDns" : "Succeeded",
            ["publicNetworkAccess"] = vault.PublicNetworkAccess,
        };
        if (vault.EnabledForDiskEncryption is { } disks)
            properties["enabledForDiskEncryption"] = disks;
        if (vault.EnabledForTemplateDeployment is { } templates)
            properties["enabledForTemplateDeployment"] = templates;
        if (vault.EnableRbacAuthorization is { } rbac)
            properties["enableRbacAuthorization"] = rbac;
        if (vault.EnablePurgeProtection is true)
            properties["enablePurgeProtection"] = true;
        if (vault.NetworkAcls is { } acls)
            properties["networkAcls"] = Acls(acls);
        return properties;
    }

    private static JsonObject Tags(VaultRecord vault) => new(vault.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    private static JsonObject SystemData(VaultRecord vault)
    {
        var creator = vault.CreatedBy ?? SeededIds.OperatorApp;
        return new JsonObject
        {
            ["createdBy"] = creator,
            ["createdByType"] = "Application",
            ["createdAt"] = vault.CreatedAt.ToString("O"),
            ["lastModifiedBy"] = vault.ModifiedBy ?? creator,
            ["lastModifiedByType"] = "Application",
            ["lastModifiedAt"] = (vault.ModifiedAt ?? vault.CreatedAt).ToString("O"),
        };
    }

    private static JsonObject Acls(NetworkAclRecord acls) => new()
    {
        ["bypass"] = acls.Bypass,
        ["defaultAction"] = acls.DefaultAction,
        ["ipRules"] = JsonReading.Array(acls.IpRules.Select(rule => (JsonNode)new JsonObject { ["value"] = rule })),
        ["virtualNetworkRules"] = JsonReading.Array(acls.Subnets.Select(subnet => (JsonNode)new JsonObject { ["id"] = subnet })),
    };
}
