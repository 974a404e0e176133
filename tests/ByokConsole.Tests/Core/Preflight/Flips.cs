using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>The properties of a good key that can be wrong, one at a time.</summary>
internal static class Flips
{
    private static readonly DraftField[] VaultField = [DraftField.VaultResourceId];
    private static readonly DraftField[] KeyField = [DraftField.KeyIdentifier];
    private static readonly RemedyKind[] Command = [RemedyKind.Command];
    private static readonly CheckName[] OfKey = [CheckName.KeyIsSoftwareRsa, CheckName.KeyUsable, CheckName.RotationPolicy];

    public static IEnumerable<Flip> All => [.. OfTheVault, .. OfTheKey, .. OfItsUse];

    private static IEnumerable<Flip> OfTheVault =>
    [
        new("no such vault", world => world.Vault = Lost(CloudService.ResourceManager), CheckName.VaultExists, CheckState.Fail, "no such vault", "kv-orders-weu")
        {
            Fields = VaultField, Remedies = [RemedyKind.BrowseVaults], Says = "rg-streaming",
            Also = [CheckName.VaultMatchesKey, CheckName.TenantMatches, CheckName.RegionMatches, CheckName.RbacEnabled, CheckName.TrustedServicesAllowed],
        },
        new("key in another vault", world => world.Subject = world.Subject with { Key = KeyIdentifier.Create("kv-other", "staging-cmk") },
            CheckName.VaultMatchesKey, CheckState.Fail, "kv-other", "kv-orders-weu")
        {
            Fields = [DraftField.KeyIdentifier, DraftField.VaultResourceId], Remedies = [RemedyKind.SetKeyIdentifier], Says = Samples.StagingKey,
        },
        new("Azure names another address", world => Turn(world, vault => vault with { VaultUri = new Uri("https://kv-other.vault.azure.net/") }),
            CheckName.VaultMatchesKey, CheckState.Fail, "kv-orders-weu", "kv-orders-weu")
        {
            Fields = [DraftField.KeyIdentifier, DraftField.VaultResourceId], Remedies = [RemedyKind.SetKeyIdentifier], Says = "kv-other.vault.azure.net",
        },
        new("vault of another tenant", world => Turn(world, vault => vault with { TenantId = Guid.Parse("11111111-2222-4333-8444-555555555555") }),
            CheckName.TenantMatches, CheckState.Fail, Samples.Tenant.ToString(), "11111111-2222-4333-8444-555555555555")
        {
            Fields = [DraftField.TenantId], Remedies = [RemedyKind.SetTenant], Says = "11111111-2222-4333-8444-555555555555",
        },
        new("vault in another region", world => Turn(world, vault => vault with { Location = "East US" }), CheckName.RegionMatches, CheckState.Fail, "eastus", "westeurope")
        {
            Fields = [DraftField.VaultResourceId, DraftField.Region], Remedies = [RemedyKind.SetRegion, RemedyKind.BrowseVaults], Says = "Move cluster to eastus",
        },
        new("access policies", world => Turn(world, vault => vault with { RbacEnabled = false }), CheckName.RbacEnabled, CheckState.Fail, "access policies", "Azure RBAC")
        {
            Fields = VaultField, Remedies = Command, Says = "--name 'kv-orders-weu' --enable-rbac-authorization true",
        },
        new("no purge protection", world => Turn(world, vault => vault with { PurgeProtection = false }), CheckName.PurgeProtectionOn, CheckState.Fail, "off", "on")
        {
            Fields = VaultField, Remedies = Command, Says = "cannot be undone: from then on a deleted key stays recoverable for 90 days",
        },
        new("the key can be purged", world => Turn(world, attributes => attributes with { RecoveryLevel = "Recoverable+Purgeable" }),
            CheckName.PurgeProtectionOn, CheckState.Fail, "off", "on") { Fields = VaultField, Remedies = Command, Says = "the key says that it can be purged" },
        new("trusted services kept out", world => Turn(world, vault => vault with { Network = new VaultNetwork(false, false) }),
            CheckName.TrustedServicesAllowed, CheckState.Fail, "kept out", "admitted") { Fields = VaultField, Remedies = Command, Says = "--bypass AzureServices" },
    ];

    private static IEnumerable<Flip> OfTheKey =>
    [
        new("no such key", world => world.Key = Lost(CloudService.KeyVault), CheckName.KeyExists, CheckState.Fail, "no such key", "a key")
        {
            Fields = KeyField, Remedies = [RemedyKind.CreateKey, RemedyKind.BrowseVaults], Also = [.. OfKey, CheckName.KeyNotBound],
        },
        Type("RSA-HSM", 3072, "RSA-HSM 3072", "type cannot be changed"),
        Type("EC", null, "EC", "type cannot be changed"),
        Type("RSA", 1024, "RSA 1024", "size cannot be changed"),
        Type("RSA", null, "RSA", "size cannot be changed"),
        Usable("disabled", key => key with { Enabled = false }, "disabled", "enabled", "--enabled true"),
        Usable("not valid yet", key => key with { NotBefore = Samples.Noon.AddSeconds(1) }, "from 24 Nov 2026", "valid today", "--not-before 2026-11-24T12:00:00Z"),
        Usable("expired this instant", key => key with { Expires = Samples.Noon }, "expired 24 Nov 2026", "not expired", "key rotate"),
        Operations(["sign", "wrapKey"], "sign, wrapKey", "does not permit unwrapKey"),
        Operations([], "none", "does not permit wrapKey and unwrapKey"),
        new("expires within 30 days", world => Turn(world, key => key with { Expires = Samples.Noon.AddDays(30).AddSeconds(-1) }),
            CheckName.KeyUsable, CheckState.Warn, "24 Dec 2026", "30 days or more") { Fields = KeyField, Remedies = Command, Says = "expires in 30 days" },
        new("no rotation", world => world.Policy = KeyWorld.Told(new KeyRotationPolicy(null, null, "P2Y")), CheckName.RotationPolicy, CheckState.Warn, "off", "on")
        {
            Remedies = Command, Says = "rotation-policy update --vault-name 'kv-orders-weu' --name 'staging-cmk'",
        },
    ];

    private static IEnumerable<Flip> OfItsUse =>
    [
        new("an older version disabled", world => world.Versions = KeyWorld.Told<IReadOnlyList<KeyListItem>>([KeyWorld.Version('4', -10), KeyWorld.Version('1', -20, enabled: false)]),
            CheckName.VersionsKept, CheckState.Fail, "1 disabled", "all enabled") { Fields = KeyField, Remedies = Command, Says = "1111…111 of 4 Nov 2026 is disabled" },
        new("rotated by hand", Rotate, CheckName.RotatedByPolicy, CheckState.Warn, "one by hand", "by policy") { Says = "4444…444 on 14 Nov 2026" },
        new("registered and in use", world => world.Registrations = KeyWorld.Told<IReadOnlyList<KeyRegistration>>([Samples.Registration with { Id = "cck-0th3r" }]),
            CheckName.KeyNotBound, CheckState.Fail, "cck-0th3r in use", "not in use")
        {
            Fields = KeyField, Remedies = [RemedyKind.CreateKey, RemedyKind.BrowseVaults], Says = "at most five days",
        },
        new("served before", world => world.Bindings.Add(new KeyBinding(world.Subject.Key!, "cck-0ld", Samples.Staging, "lkc-0ld", Samples.Noon.AddDays(-90), Samples.Noon.AddDays(-60))),
            CheckName.KeyNotBound, CheckState.Warn, "served lkc-0ld", "never used") { Fields = KeyField, Remedies = [RemedyKind.CreateKey], Says = "discouraged" },
        new("not attested", world => world.Subject = world.Subject with { MaterialGenerated = false }, CheckName.MaterialGenerated, CheckState.Warn, "not said", "generated")
        {
            Remedies = [RemedyKind.Attest],
        },
        new("one role missing", world => world.Assignments = KeyWorld.Told<IReadOnlyList<RoleAssignment>>([KeyWorld.Assigned(KeyVaultRole.Reader)]),
            CheckName.GrantPresent, CheckState.Fail, "one role", "both roles at the vault")
        {
            Fields = [DraftField.Registration], Remedies = [RemedyKind.Grant], Says = KeyVaultRole.CryptoServiceEncryptionUser.Name,
        },
        new("no service principal", world => world.ServicePrincipal = Lost(CloudService.Graph), CheckName.GrantPresent, CheckState.Fail, "no role", "both roles at the vault")
        {
            Fields = [DraftField.Registration], Remedies = [RemedyKind.Grant],
        },
        new("a condition", world => world.Assignments = KeyWorld.Told<IReadOnlyList<RoleAssignment>>(
                [KeyWorld.Assigned(KeyVaultRole.Reader), KeyWorld.Assigned(KeyVaultRole.CryptoServiceEncryptionUser) with { HasCondition = true }]),
            CheckName.GrantPresent, CheckState.Warn, "with a condition", "without"),
        new("Confluent refuses", world => world.Registration = world.Registration.Select(one => one with { Validation = new("INVALID", Samples.Noon, "Forbidden.", null) }),
            CheckName.GrantInForce, CheckState.Fail, "INVALID", "VALID")
        {
            Fields = [DraftField.Registration], Remedies = [RemedyKind.TryAgain], Says = "could not use the key: Forbidden.",
        },
    ];

    public static void Turn(KeyWorld world, Func<Vault, Vault> turn) => world.Vault = world.Vault.Select(turn);

    public static void Turn(KeyWorld world, Func<KeyAttributes, KeyAttributes> turn)
        => world.Key = world.Key.Select(key => key with { Attributes = turn(key.Attributes) });

    private static CloudFault Lost(CloudService service) => new(service, FaultKind.NotFound, "Not found.") { Status = 404 };

    private static Flip Type(string type, int? size, string observed, string says)
        => new($"{type} {size}", world => world.Key = world.Key.Select(key => key with { KeyType = type, KeySize = size }),
            CheckName.KeyIsSoftwareRsa, CheckState.Fail, observed, "RSA 2048, 3072 or 4096")
        {
            Fields = KeyField, Remedies = [RemedyKind.CreateKey, RemedyKind.BrowseVaults], Says = says,
        };

    private static Flip Usable(string what, Func<KeyAttributes, KeyAttributes> turn, string observed, string expected, string command)
        => new(what, world => Turn(world, turn), CheckName.KeyUsable, CheckState.Fail, observed, expected) { Fields = KeyField, Remedies = Command, Says = command };

    private static Flip Operations(string[] operations, string observed, string says)
        => new("may only " + observed, world => world.Key = world.Key.Select(key => key with { Operations = operations }),
            CheckName.KeyUsable, CheckState.Fail, observed, "wrapKey, unwrapKey") { Fields = KeyField, Remedies = Command, Says = says };

    private static void Rotate(KeyWorld world)
    {
        world.Subject = world.Subject with { BoundSince = Samples.Noon.AddDays(-20) };
        world.Versions = KeyWorld.Told<IReadOnlyList<KeyListItem>>([KeyWorld.Version('4', -10), KeyWorld.Version('1', -40)]);
    }
}
