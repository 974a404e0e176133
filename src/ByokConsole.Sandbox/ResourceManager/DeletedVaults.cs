using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>
/// Soft delete of vaults: a deleted one keeps its name and its keys until its retention ends, and can be recovered so long. The roles that
/// were assigned at it are gone for good, as the cloud's are.
/// </summary>
public sealed class DeletedVaults(World world, AccessControl access, CloudClock clock)
{
    private const string Provider = "Microsoft.KeyVault/";

    public Reply List(Caller caller)
        => Refuse(caller, "deletedVaults/read")
            ?? new Reply(200, new JsonObject
            {
                ["value"] = JsonReading.Array(Kept().OrderBy(deleted => deleted.Id, StringComparer.Ordinal).Select(VaultShape.Deleted)),
            });

    public Reply Get(Caller caller, string location, string name)
        => Refuse(caller, "locations/deletedVaults/read")
            ?? (Find(name, location) is { } deleted ? new Reply(200, VaultShape.Deleted(deleted)) : NotFound(name));

    /// <summary>Ends the vault before its time, with its keys, and frees its name; where purge protection is on, nobody can.</summary>
    public Reply Purge(Caller caller, string location, string name)
    {
        if (Refuse(caller, "locations/deletedVaults/purge/action") is { } refusal)
            return refusal;
        if (Find(name, location) is not { } deleted)
            return NotFound(name);
        if (deleted.Vault.EnablePurgeProtection is true)
            return ArmErrors.Of(405, "MethodNotAllowed", "Operation 'DeletedVaultPurge' is not allowed.");
        world.Write(change => Forget(change, deleted));
        return new Reply(200);
    }

    public Reply Delete(VaultRecord vault)
    {
        world.Write(change =>
        {
            change.Remove(world.Vaults, vault.Id);
            change.Put(world.DeletedVaults, new DeletedVaultRecord(vault, clock.GetUtcNow()));
            foreach (var assignment in world.Assignments.All.Where(assignment => AccessControl.Covers(vault.ResourceId, assignment.Scope)))
                change.Remove(world.Assignments, assignment.Id);
        });
        return new Reply(200);
    }

    /// <summary>The vault as it was, back in use.</summary>
    public VaultRecord Recover(DeletedVaultRecord deleted)
    {
        world.Write(change =>
        {
            change.Remove(world.DeletedVaults, deleted.Id);
            change.Put(world.Vaults, deleted.Vault);
        });
        return deleted.Vault;
    }

    /// <summary>The deleted vault of a name, wherever it was; null when there is none.</summary>
    public DeletedVaultRecord? Find(string name) => Kept().FirstOrDefault(deleted => deleted.Id.Equals(name, StringComparison.OrdinalIgnoreCase));

    private DeletedVaultRecord? Find(string name, string location)
        => Find(name) is { } deleted && deleted.Vault.Location.Equals(location, StringComparison.OrdinalIgnoreCase) ? deleted : null;

    /// <summary>Whose retention has not ended. The others are purged now, as if it had been on their day.</summary>
    private List<DeletedVaultRecord> Kept()
    {
        var over = world.DeletedVaults.All.Where(deleted => deleted.PurgedAt <= clock.GetUtcNow()).ToList();
        world.Write(change => over.ForEach(deleted => Forget(change, deleted)));
        return [.. world.DeletedVaults.All];
    }

    private void Forget(Change change, DeletedVaultRecord deleted)
    {
        change.Remove(world.DeletedVaults, deleted.Id);
        foreach (var key in world.Keys.All.Where(key => key.Vault == deleted.Id))
            change.Remove(world.Keys, key.Id);
    }

    private Reply? Refuse(Caller caller, string action)
    {
        var scope = $"/subscriptions/{SeededIds.Subscription}";
        return access.Allows(caller.ObjectId, Provider + action, scope) ? null : ArmErrors.Forbidden(caller, Provider + action, scope);
    }

    private static Reply NotFound(string name) => ArmErrors.Of(404, "DeletedVaultNotFound", $"The specified deleted vault '{name}' does not exist.");
}
