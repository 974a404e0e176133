using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>What a PUT or PATCH of a vault may change. Purge protection and the retention, once set, stay.</summary>
internal static class VaultChange
{
    private static readonly string[] Tiers = ["standard", "premium"];

    /// <summary>A vault as it is made: what cannot be changed later. The rest of the body is applied to it as to any.</summary>
    public static (VaultRecord? Vault, Reply? Refusal) Create(JsonObject body, string name, string group, string version)
    {
        var properties = body.Object("properties");
        if (body.Text("location") is not { Length: > 0 } location || !Guid.TryParse(properties.Text("tenantId"), out var tenant))
            return (null, Refuse("A vault needs a location and properties.tenantId."));
        var days = properties.Number("softDeleteRetentionInDays") ?? 90;
        if (days is < 7 or > 90)
            return (null, Refuse("softDeleteRetentionInDays must be between 7 and 90."));
        return (new VaultRecord
        {
            Name = name,
            SubscriptionId = SeededIds.Subscription,
            ResourceGroup = group,
            // "East US" is taken, and told as eastus from then on.
            Location = location.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
            TenantId = tenant,
            SoftDeleteRetentionInDays = (int)days,
            // From this version on a vault that does not say otherwise uses RBAC.
            EnableRbacAuthorization = string.CompareOrdinal(version, "2026-02-01") >= 0 ? true : null,
        }, null);
    }

    public static (VaultRecord Vault, Reply? Refusal) Apply(VaultRecord vault, JsonObject body)
    {
        var properties = body.Object("properties") ?? [];
        vault = vault with { Tags = body.Tags() ?? vault.Tags };
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
        return properties.Object("sku").Text("name") is { } sku && !Tiers.Contains(sku, StringComparer.OrdinalIgnoreCase)
            ? (vault, Refuse($"The tier '{sku}' does not exist: a vault is standard or premium."))
            : (Turned(vault, properties), null);
    }

    /// <summary>What may be turned both ways.</summary>
    private static VaultRecord Turned(VaultRecord vault, JsonObject properties) => vault with
    {
        Sku = properties.Object("sku").Text("name")?.ToLowerInvariant() ?? vault.Sku,
        EnableRbacAuthorization = properties.Flag("enableRbacAuthorization") ?? vault.EnableRbacAuthorization,
        EnabledForDeployment = properties.Flag("enabledForDeployment") ?? vault.EnabledForDeployment,
        EnabledForDiskEncryption = properties.Flag("enabledForDiskEncryption") ?? vault.EnabledForDiskEncryption,
        EnabledForTemplateDeployment = properties.Flag("enabledForTemplateDeployment") ?? vault.EnabledForTemplateDeployment,
        PublicNetworkAccess = properties.Text("publicNetworkAccess") ?? vault.PublicNetworkAccess,
        AccessPolicies = properties["accessPolicies"] is JsonArray policies ? Policies(policies) : vault.AccessPolicies,
        NetworkAcls = properties.Object("networkAcls") is { } acls ? Acls(acls, vault.NetworkAcls) : vault.NetworkAcls,
    };

    /// <summary>One policy for each principal, of what is written about it last.</summary>
    public static IReadOnlyList<AccessPolicyRecord> Policies(JsonArray policies) =>
    [
        .. policies.OfType<JsonObject>()
            .Where(policy => Guid.TryParse(policy.Text("objectId"), out _))
            .Select(policy => new AccessPolicyRecord(Guid.Parse(policy.Text("objectId")!), Permissions(policy, "keys"))
            {
                Secrets = Permissions(policy, "secrets"),
                Certificates = Permissions(policy, "certificates"),
            })
            .GroupBy(policy => policy.ObjectId, (_, same) => same.Last()),
    ];

    /// <summary>Null when it is no kind of change that there is.</summary>
    public static IReadOnlyList<AccessPolicyRecord>? Merge(IReadOnlyList<AccessPolicyRecord> old, IReadOnlyList<AccessPolicyRecord> given, string kind)
    {
        var others = old.ExceptBy(given.Select(policy => policy.ObjectId), policy => policy.ObjectId);
        return kind switch
        {
            "add" => [.. others, .. given.Select(policy => With(policy, old.FirstOrDefault(before => before.ObjectId == policy.ObjectId)))],
            "replace" => [.. others, .. given],
            "remove" => [.. others],
            _ => null,
        };
    }

    public static NetworkAclRecord Acls(JsonObject acls, NetworkAclRecord? old)
    {
        List<string>? Named(string rules, string name)
            => (acls[rules] as JsonArray)?.Select(rule => (rule as JsonObject).Text(name) ?? "").Where(value => value.Length > 0).ToList();
        return new(
            acls.Text("defaultAction") ?? old?.DefaultAction ?? "Allow",
            acls.Text("bypass") ?? old?.Bypass ?? "AzureServices",
            Named("ipRules", "value") ?? old?.IpRules ?? [])
        {
            Subnets = Named("virtualNetworkRules", "id") ?? old?.Subnets ?? [],
        };
    }

    private static AccessPolicyRecord With(AccessPolicyRecord policy, AccessPolicyRecord? before) => before is null ? policy : policy with
    {
        Keys = [.. before.Keys.Union(policy.Keys, StringComparer.OrdinalIgnoreCase)],
        Secrets = [.. before.Secrets.Union(policy.Secrets, StringComparer.OrdinalIgnoreCase)],
        Certificates = [.. before.Certificates.Union(policy.Certificates, StringComparer.OrdinalIgnoreCase)],
    };

    private static IReadOnlyList<string> Permissions(JsonObject policy, string kind) => policy.Object("permissions").Texts(kind) ?? [];

    private static Reply Refuse(string message) => ArmErrors.Of(400, "BadRequest", message);
}
