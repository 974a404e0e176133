using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>What a PUT or PATCH of a vault may change. Purge protection and the retention, once set, stay.</summary>
internal static class VaultChange
{
    public static (VaultRecord Vault, Reply? Refusal) Apply(VaultRecord vault, JsonObject properties)
    {
        if (properties.Flag("enablePurgeProtection") is { } purge)
        {
            if (!purge)
                return (vault, Refuse("The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection for a vault is an irreversible action."));
            vault = vault with { EnablePurgeProtection = true };
        }

        if (properties.Flag("enableSoftDelete") is false)
            return (vault, Refuse("The property \"enableSoftDelete\" can be set to false only for creating new vault. Enabling the 'soft delete' functionality is an irreversible action."));
        if (properties.Number("softDeleteRetentionInDays") is { } days && days != vault.SoftDeleteRetentionInDays)
            return (vault, Refuse("The property \"softDeleteRetentionInDays\" has been set already and it can't be modified."));
        if (properties.Flag("enableRbacAuthorization") is { } rbac)
            vault = vault with { EnableRbacAuthorization = rbac };
        if (properties.Text("publicNetworkAccess") is { } access)
            vault = vault with { PublicNetworkAccess = access };
        if (properties.Object("networkAcls") is { } acls)
            vault = vault with { NetworkAcls = Acls(acls, vault.NetworkAcls) };
        return (vault, null);
    }

    public static NetworkAclRecord Acls(JsonObject acls, NetworkAclRecord? old)
    {
        var rules = (acls["ipRules"] as JsonArray)?.Select(rule => (rule as JsonObject).Text("value") ?? "").Where(value => value.Length > 0).ToList();
        return new(
            acls.Text("defaultAction") ?? old?.DefaultAction ?? "Allow",
            acls.Text("bypass") ?? old?.Bypass ?? "AzureServices",
            rules ?? old?.IpRules ?? []);
    }

    private static Reply Refuse(string message) => ArmErrors.Of(400, "BadRequest", message);
}
