using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>A key with all its versions as one sealed text, which only this sandbox can open; and back, into any of its vaults.</summary>
public sealed class KeyBackups(World world, KeyReads reads, KeyMaterial material, SecretBox secrets)
{
    /// <summary>The service refuses to back up more.</summary>
    private const int MostVersions = 500;

    public async Task<Reply> BackupAsync(VaultRecord vault, string name)
    {
        if (reads.Find(vault, name) is not { } found)
            return VaultErrors.NotFound(name);
        if (found.Versions.Count > MostVersions)
            return VaultErrors.Bad($"A key with more than {MostVersions} versions cannot be backed up.");
        // What is still being made is made first: a backup without its private keys would be none.
        foreach (var version in found.Versions.Where(version => version.SealedKey is null))
            await material.OpenAsync(found, version);
        var key = reads.Find(vault, name) ?? found;
        return new Reply(200, new JsonObject
        {
            ["value"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(secrets.Seal(JsonSerializer.SerializeToUtf8Bytes(key, World.Json)))),
        });
    }

    public async Task<Reply> RestoreAsync(Call call, VaultRecord vault)
    {
        if (Read(call.Json().Bytes("value")) is not { } key)
            return VaultErrors.Bad("Property 'value' is required, and must be a backup that this service made.");
        var refusal = world.Write(change =>
        {
            if (world.Keys.Find(KeyRecord.IdOf(vault.Id, key.Name)) is { } present)
                return present.DeletedAt is null
                    ? VaultErrors.Of(409, "Conflict", $"A key with name {key.Name} already exists in this vault.")
                    : DeletedKeys.NameTaken(present);
            change.Put(world.Keys, key with { Vault = vault.Id, SettlesAt = null });
            return null;
        });
        return refusal ?? await reads.GetAsync(vault, key.Name, null);
    }

    private KeyRecord? Read(byte[]? backup)
    {
        if (backup is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<KeyRecord>(secrets.Open(Encoding.UTF8.GetString(backup)), World.Json);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
