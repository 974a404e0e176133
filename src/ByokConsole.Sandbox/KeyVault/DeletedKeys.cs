using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// Soft delete: the key leaves use with all its versions, can be recovered until its retention ends, and keeps its name so long.
/// </summary>
public sealed class DeletedKeys(World world, KeyReads reads, KeyMaterial material, CloudClock clock)
{
    public async Task<Reply> DeleteAsync(VaultRecord vault, string name)
    {
        var deleted = world.Write(change =>
        {
            if (reads.Find(vault, name) is not { } key)
                return null;
            var gone = key with { DeletedAt = clock.GetUtcNow() };
            change.Put(world.Keys, gone);
            return gone;
        });
        return deleted is null ? VaultErrors.NotFound(name) : new Reply(200, await BundleAsync(vault, deleted));
    }

    public Reply List(Call call, VaultRecord vault)
        => KeyReads.Page(call, world.Keys.All
            .Where(key => key.Vault == vault.Id && key.DeletedAt is not null)
            .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
            .Select(key => KeyShape.Deleted(vault, key, KeyShape.Item(vault, key, key.Newest, withVersion: false))));

    public async Task<Reply> GetAsync(VaultRecord vault, string name)
        => Find(vault, name) is { } key ? new Reply(200, await BundleAsync(vault, key)) : NotFound(name);

    /// <summary>Brings every version back, as it was.</summary>
    public async Task<Reply> RecoverAsync(VaultRecord vault, string name)
    {
        var isBack = world.Write(change =>
        {
            if (Find(vault, name) is not { } key)
                return false;
            change.Put(world.Keys, key.Recovered(clock.GetUtcNow()));
            return true;
        });
        return isBack ? await reads.GetAsync(vault, name, null) : NotFound(name);
    }

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
        => world.Keys.Find(KeyRecord.IdOf(vault.Id, name)) is { DeletedAt: not null } key ? key : null;

    private async Task<JsonObject> BundleAsync(VaultRecord vault, KeyRecord key)
        => KeyShape.Deleted(vault, key, KeyShape.Bundle(vault, key, key.Newest, await material.OpenAsync(key, key.Newest)));

    private static Reply NotFound(string name) => VaultErrors.Of(404, "KeyNotFound", $"Deleted Key not found: {name}");
}
