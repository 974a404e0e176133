using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Seed;

/// <summary>Vaults and keys, each wrong in at most one way, so that every check can be seen to pass and to fail.</summary>
internal sealed class SeededVaults(World world, DateTimeOffset now)
{
    private static readonly string[] AllOperations = ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"];

    public void Put(Change change)
    {
        Vault(change, "kv-orders-eus", "eastus", vault => vault with { Sku = "premium" });
        Vault(change, "kv-orders-weu", "westeurope");
        Vault(change, "kv-orders-neu", "northeurope");
        Vault(change, "kv-policies-eus", "eastus", vault => vault with
        {
            EnableRbacAuthorization = null,
            AccessPolicies = [new(SeededIds.OperatorPrincipal, ["all"])],
        });
        Vault(change, "kv-nopurge-eus", "eastus", vault => vault with { EnablePurgeProtection = null });
        Vault(change, "kv-walled-eus", "eastus", vault => vault with { NetworkAcls = new("Deny", "None", []) });
        Vault(change, "kv-trusted-eus", "eastus", vault => vault with { NetworkAcls = new("Deny", "AzureServices", []) });
        foreach (var vault in (string[])["kv-orders-neu", "kv-policies-eus", "kv-nopurge-eus", "kv-walled-eus", "kv-trusted-eus"])
            Key(change, vault, "orders-cmk");
        Key(change, "kv-orders-weu", "orders-cmk", 3072);
        Key(change, "kv-orders-weu", "staging-cmk");
        Key(change, "kv-orders-weu", "analytics-cmk");
        PutEastUsKeys(change);
    }

    private void PutEastUsKeys(Change change)
    {
        const string Vault = "kv-orders-eus";
        Key(change, Vault, "orders-cmk", 3072);
        Key(change, Vault, "payments-cmk");
        Key(change, Vault, "audit-cmk", 4096);
        Key(change, Vault, "manual-cmk", rotates: false);
        Key(change, Vault, "disabled-cmk", shape: version => version with { Enabled = false });
        Key(change, Vault, "expired-cmk", shape: version => version with { Expires = now.AddDays(-3) });
        Key(change, Vault, "expiring-cmk", rotates: false, shape: version => version with { Expires = now.AddDays(19) });
        Key(change, Vault, "future-cmk", shape: version => version with { NotBefore = now.AddDays(30) });
        Key(change, Vault, "ec-cmk", shape: version => version with { Kty = "EC", Size = null, Curve = "P-256", Operations = ["sign", "verify"] });
        Key(change, Vault, "hsm-cmk", shape: version => version with { Kty = "RSA-HSM" });
        Key(change, Vault, "signing-cmk", shape: version => version with { Operations = ["sign", "verify"] });
    }

    private void Vault(Change change, string name, string location, Func<VaultRecord, VaultRecord>? shape = null)
    {
        var vault = new VaultRecord
        {
            Name = name,
            SubscriptionId = SeededIds.Subscription,
            ResourceGroup = SeededIds.Group,
            Location = location,
            TenantId = SeededIds.Tenant,
            EnableRbacAuthorization = true,
            EnablePurgeProtection = true,
            CreatedAt = now.AddDays(-60),
        };
        change.Put(world.Vaults, shape?.Invoke(vault) ?? vault);
    }

    private void Key(Change change, string vault, string name, int size = 2048, bool rotates = true, Func<KeyVersionRecord, KeyVersionRecord>? shape = null)
    {
        var created = now.AddDays(-42);
        var version = new KeyVersionRecord
        {
            Version = KeyVersionRecord.NewId(),
            Kty = "RSA",
            Size = size,
            Operations = AllOperations,
            Created = created,
            Updated = created,
        };
        change.Put(world.Keys, new KeyRecord
        {
            Vault = vault,
            Name = name,
            Versions = [shape?.Invoke(version) ?? version],
            Policy = rotates ? new([new("Rotate", "P18M", null), new("Notify", null, "P30D")], "P2Y", created, created) : null,
        });
    }
}
