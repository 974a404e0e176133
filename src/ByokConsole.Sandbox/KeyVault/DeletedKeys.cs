using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// Soft delete: the key leaves use with all its versions, can be recovered until its retention ends, and keeps its name so long. Both take a
/// moment, during which the key is found on neither side.
/// </summary>
public sealed class DeletedKeys(World world, KeyReads reads, KeyMaterial material, CloudClock clock)
{
    public async Task<Reply> DeleteAsync(VaultRecord vault, string name)
    {
        var (deleted, refusal) = world.Write<(KeyRecord?, Reply?)>(change =>
        {
            if (Underway(vault, name) is { } settling)
                return (null, settling);
            if (reads.Find(vault, name) is not { } key)
                return (null, VaultErrors.NotFound(name));
            var gone = key.Deleted(clock.GetUtcNow(), world.Now.KeySettlingTime);
            change.Put(world.Keys, gone);
            return (gone, null);
        });
        return refusal ?? new Reply(200, await BundleAsync(vault, deleted!));
    }

    public Reply List(Call call, VaultRecord vault)
        => KeyReads.Page(call, world.Keys.All
            .Where(key => key.Vault == vault.Id && IsDeleted(key))
            .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
            .Select(key => KeyShape.Deleted(vault, key, KeyShape.Item(vault, key, key.Newest, withVersion: false))));

    public async Task<Reply> GetAsync(VaultRecord vault, string name)
        => Find(vault, name) is { } key ? new Reply(200, await BundleAsync(vault, key)) : NotFound(name);

    /// <summary>Brings every version back, as it was.</summary>
    public async Task<Reply> RecoverAsync(VaultRecord vault, string name)
    {
        var (back, refusal) = world.Write<(KeyRecord?, Reply?)>(change =>
        {
            if (Underway(vault, name) is { } settling)
                return (null, settling);
            if (Find(vault, name) is not { } key)
                return (null, NotFound(name));
            var recovered = key.Recovered(clock.GetUtcNow(), world.Now.KeySettlingTime);
            change.Put(world.Keys, recovered);
            return (recovered, null);
        });
        return refusal ?? new Reply(200, KeyShape.Bundle(vault, back!, back!.Newest, await material.OpenAsync(back, back.Newest)));
    }

    /// <summary>The refusal of a new key under the name of a deleted one.</summary>
    internal static Reply NameTaken(KeyRecord key)
        => VaultErrors.Conflict(
            $"Key {key.Name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be "
                + "recovered or purged.",
            "ObjectIsDeletedButRecoverable");

    /// <summary>Ends the key before its time, and frees its name; where purge protection is on, nobody can.</summary>
    public Reply Purge(VaultRecord vault, string name)
        => world.Write(change =>
        {
            if (Find(vault, name) is not { } key)
                return NotFound(name);
            if (vault.EnablePurgeProtection is true)
                return VaultErrors.Forbidden(
                    "Operation \"purge\" is not allowed because purge protection is enabled for this vault. "
                    + "Key Vault service will automatically purge it "
                    + $"after the retention period has passed.\r\nVault: {vault.Name};location={vault.Location}");
            change.Remove(world.Keys, key.Id);
            return new Reply(204);
        });

    private KeyRecord? Find(VaultRecord vault, string name)
        => world.Keys.Find(KeyRecord.IdOf(vault.Id, name)) is { } key && IsDeleted(key) ? key : null;

    private bool IsDeleted(KeyRecord key) => key.DeletedAt is not null && !key.IsSettling(clock.GetUtcNow());

    private Reply? Underway(VaultRecord vault, string name)
        => world.Keys.Find(KeyRecord.IdOf(vault.Id, name)) is { } key && key.IsSettling(clock.GetUtcNow()) ? Underway(key) : null;

    /// <summary>What a key answers that is on its way out, or back.</summary>
    internal static Reply Underway(KeyRecord key) => key.DeletedAt is not null
        ? VaultErrors.Conflict($"Key {key.Name} is currently being deleted.", "ObjectIsBeingDeleted")
        : VaultErrors.Conflict($"Key {key.Name} is currently being recovered.", "ObjectIsBeingRecovered");

    private async Task<JsonObject> BundleAsync(VaultRecord vault, KeyRecord key)
        => KeyShape.Deleted(vault, key, KeyShape.Bundle(vault, key, key.Newest, await material.OpenAsync(key, key.Newest)));

    private static Reply NotFound(string name) => VaultErrors.Of(404, "KeyNotFound", $"Deleted Key not found: {name}");
}
