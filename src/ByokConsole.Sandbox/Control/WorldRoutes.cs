using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Control;

/// <summary>What there is in the sandbox, and what can be done to it.</summary>
public sealed class WorldRoutes(
    VaultListing listing, VaultActs acts, WorldEdits edits, AccessDesk access, ConfluentDesk confluent, ConnectionEdits connections)
{
    /// <summary>Null for a path that leads nowhere.</summary>
    public async Task<Reply?> AnswerAsync(Call call) => (call.Method, call.Segments) switch
    {
        ("GET", ["vaults"]) => listing.Vaults(),
        ("POST", ["vaults"]) => acts.CreateVault(call),
        ("PATCH", ["vaults", var vault]) => edits.Vault(vault, call.Json()),
        ("GET", ["keys"]) => listing.Keys(),
        ("GET", ["vaults", var vault, "keys"]) => listing.Keys(vault),
        ("POST", ["vaults", var vault, "keys", var key]) => await acts.CreateKeyAsync(call, vault, key),
        ("PATCH", ["vaults", var vault, "keys", var key]) => edits.Key(vault, key, call.Json()),
        ("DELETE", ["vaults", var vault, "keys", var key]) => await acts.DeleteAsync(vault, key),
        ("POST", ["vaults", var vault, "keys", var key, "rotate"]) => await acts.RotateAsync(vault, key),
        ("POST", ["vaults", var vault, "keys", var key, "recover"]) => await acts.RecoverAsync(vault, key),
        ("GET", ["principals"]) => access.Principals(),
        ("POST", ["principals"]) => access.CreatePrincipal(call),
        ("GET", ["roles"]) => AccessDesk.Roles(),
        ("GET", ["assignments"]) => access.Assignments(),
        ("POST", ["assignments"]) => access.Assign(call),
        ("DELETE", ["assignments", var name]) => access.Remove(call, name),
        ("GET", ["registrations"]) => confluent.Registrations(),
        ("DELETE", ["registrations", var id]) => confluent.Delete(id),
        ("GET", ["clusters"]) => confluent.Clusters(),
        ("GET", ["connections"]) => connections.List(),
        ("PUT", ["connections", var cluster]) => connections.Put(cluster, call.Json()),
        _ => null,
    };
}
