using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.ResourceManager;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>Changes that no real API can make, for tests: a vault that moves, a key that becomes of another kind.</summary>
public sealed class WorldEdits(World world, Clock.CloudClock clock, KeyLife life)
{
    private const string Propagation = "propagationSeconds";
    private const string Provisioning = "provisioningSeconds";
    private const string Validation = "validationSeconds";
    private const string Settling = "keySettlingSeconds";
    private const string VaultSettling = "vaultSettlingSeconds";
    private const string Calls = "callsPerMinute";
    private const string Operations = "keyOperationsIn10Seconds";
    private const string Creations = "keyCreationsIn10Seconds";
    private const string Reads = "armReadsAtOnce";
    private const string Writes = "armWritesAtOnce";
    private const string Deletes = "armDeletesAtOnce";
    private static readonly string[] Known = [Propagation, Provisioning, Validation, Settling, VaultSettling];
    private static readonly string[] Counted = [Calls, Operations, Creations, Reads, Writes, Deletes];

    /// <summary>The settings under the names by which they are changed.</summary>
    public Reply Settings() => new(200, new JsonObject
    {
        [Propagation] = (long)world.Now.PropagationDelay.TotalSeconds,
        [Provisioning] = (long)world.Now.ProvisioningTime.TotalSeconds,
        [Validation] = (long)world.Now.ValidationInterval.TotalSeconds,
        [Settling] = (long)world.Now.KeySettlingTime.TotalSeconds,
        [VaultSettling] = (long)world.Now.VaultSettlingTime.TotalSeconds,
        [Calls] = world.Now.CallsPerMinute,
        [Operations] = world.Now.KeyOperationsIn10Seconds,
        [Creations] = world.Now.KeyCreationsIn10Seconds,
        [Reads] = world.Now.ArmReadsAtOnce,
        [Writes] = world.Now.ArmWritesAtOnce,
        [Deletes] = world.Now.ArmDeletesAtOnce,
    });

    public Reply Settings(JsonObject? body)
    {
        TimeSpan? Seconds(string name) => body.Number(name) is { } seconds and >= 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : null;
        int? Count(string name) => body.Number(name) is { } number and > 0 and <= 100_000_000 ? (int)number : null;
        bool IsGood(string name) => Counted.Contains(name) ? Count(name) is not null : Known.Contains(name) && Seconds(name) is not null;
        if (body is null || !body.All(member => IsGood(member.Key)))
            return ControlCloud.Error(
                400, $"Give any of {string.Join(", ", Known)}: whole seconds, a day at most; or {string.Join(", ", Counted)}: 1 or more.");
        world.Write(change => change.Put(world.Settings, world.Now with
        {
            PropagationDelay = Seconds(Propagation) ?? world.Now.PropagationDelay,
            ProvisioningTime = Seconds(Provisioning) ?? world.Now.ProvisioningTime,
            ValidationInterval = Seconds(Validation) ?? world.Now.ValidationInterval,
            KeySettlingTime = Seconds(Settling) ?? world.Now.KeySettlingTime,
            VaultSettlingTime = Seconds(VaultSettling) ?? world.Now.VaultSettlingTime,
            CallsPerMinute = Count(Calls) ?? world.Now.CallsPerMinute,
            KeyOperationsIn10Seconds = Count(Operations) ?? world.Now.KeyOperationsIn10Seconds,
            KeyCreationsIn10Seconds = Count(Creations) ?? world.Now.KeyCreationsIn10Seconds,
            ArmReadsAtOnce = Count(Reads) ?? world.Now.ArmReadsAtOnce,
            ArmWritesAtOnce = Count(Writes) ?? world.Now.ArmWritesAtOnce,
            ArmDeletesAtOnce = Count(Deletes) ?? world.Now.ArmDeletesAtOnce,
        }));
        return new Reply(204);
    }

    public Reply Vault(string name, JsonObject? body)
    {
        if (world.Vaults.Find(name.ToLowerInvariant()) is not { } vault || body is null)
            return ControlCloud.Error(404, "No such vault, or no JSON object.");
        var changed = vault with
        {
            Location = body.Text("location") ?? vault.Location,
            TenantId = Guid.TryParse(body.Text("tenantId"), out var tenant) ? tenant : vault.TenantId,
            EnablePurgeProtection = body.Flag("enablePurgeProtection") ?? vault.EnablePurgeProtection,
            EnableRbacAuthorization = body.Flag("enableRbacAuthorization") ?? vault.EnableRbacAuthorization,
            PublicNetworkAccess = body.Text("publicNetworkAccess") ?? vault.PublicNetworkAccess,
            NetworkAcls = body.Object("networkAcls") is { } acls ? VaultChange.Acls(acls, vault.NetworkAcls) : body.ContainsKey("networkAcls") ? null : vault.NetworkAcls,
        };
        world.Write(change => change.Put(world.Vaults, changed));
        return new Reply(200, VaultShape.Write(changed, clock.GetUtcNow()));
    }

    /// <summary>Changes the newest version, deletes or undeletes the key, or takes its rotation policy away.</summary>
    public Reply Key(string vault, string name, JsonObject? body)
        => world.Write(change =>
        {
            // What was due before the edit happens before it.
            if (world.Vaults.Find(vault.ToLowerInvariant()) is { } home)
                life.CatchUp(home);
            if (world.Keys.Find(KeyRecord.IdOf(vault, name)) is not { } key || body is null)
                return ControlCloud.Error(404, "No such key, or no JSON object.");
            var now = clock.GetUtcNow();
            if (body.Flag("deleted") is { } deleted && deleted != key.DeletedAt.HasValue)
                key = deleted ? key.Deleted(now, TimeSpan.Zero) : key.Recovered(now, TimeSpan.Zero);
            if (body.ContainsKey("rotationPolicy"))
                key = key with { Policy = null };
            var newest = key.Newest with
            {
                Kty = body.Text("kty") ?? key.Newest.Kty,
                Enabled = body.Flag("enabled") ?? key.Newest.Enabled,
                Operations = body.Texts("operations") ?? key.Newest.Operations,
                Updated = now,
            };
            change.Put(world.Keys, key with { Versions = [.. key.Versions.SkipLast(1), newest] });
            return new Reply(204);
        });
}
