using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Create and update; what is imported is added here as well.</summary>
public sealed class KeyWrites(World world, KeyReads reads, VaultThrottle throttle, CloudClock clock)
{
    private static readonly string[] KnownOperations = ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey", "import", "export"];
    private static readonly string[] Dates = ["nbf", "exp"];

    public async Task<Reply> CreateAsync(Call call, VaultRecord vault, string name)
    {
        var (version, refusal) = NewVersion(call.Json(), vault);
        return refusal ?? throttle.RefuseCreation(vault, version!) ?? await AddAsync(vault, name, version!);
    }

    /// <summary>A new key, or the newest version of one that is there.</summary>
    internal async Task<Reply> AddAsync(VaultRecord vault, string name, KeyVersionRecord version)
    {
        var reply = world.Write(change =>
        {
            var key = world.Keys.Find(KeyRecord.IdOf(vault.Id, name));
            if (key is not null && key.IsSettling(clock.GetUtcNow()))
                return DeletedKeys.Underway(key);
            if (key is { DeletedAt: not null })
                return DeletedKeys.NameTaken(key);
            change.Put(world.Keys, key is null
                ? new KeyRecord { Vault = vault.Id, Name = name, Versions = [version] }
                : key with { Versions = [.. key.Versions, version] });
            return null;
        });
        return reply ?? await reads.GetAsync(vault, name, version.Version);
    }

    public async Task<Reply> UpdateAsync(Call call, VaultRecord vault, string name, string? wanted)
    {
        if (call.Json() is not { } body)
            return VaultErrors.Bad("The request body is not a JSON object.");
        if (Refuse(body) is { } refusal)
            return refusal;
        var found = world.Write(change =>
        {
            if (reads.Find(vault, name) is not { } key || KeyReads.Version(key, wanted) is not { } version)
                return null;
            var attributes = body.Object("attributes");
            var next = version with
            {
                Enabled = attributes.Flag("enabled") ?? version.Enabled,
                NotBefore = Date(attributes, "nbf") ?? version.NotBefore,
                Expires = Date(attributes, "exp") ?? version.Expires,
                Operations = Operations(body) ?? version.Operations,
                Tags = body.Tags() ?? version.Tags,
                Updated = clock.GetUtcNow(),
            };
            change.Put(world.Keys, key with { Versions = [.. key.Versions.Select(one => one.Version == version.Version ? next with { SealedKey = one.SealedKey } : one)] });
            return next.Version;
        });
        return found is null ? VaultErrors.NotFound(name, wanted) : await reads.GetAsync(vault, name, found);
    }

    internal (KeyVersionRecord? Version, Reply? Refusal) NewVersion(JsonObject? body, VaultRecord vault)
    {
        if (body is null)
            return (null, VaultErrors.Bad("The request body is not a JSON object."));
        var kty = body.Text("kty");
        var isRsa = kty is "RSA" or "RSA-HSM";
        if (!isRsa && kty is not ("EC" or "EC-HSM"))
            return (null, VaultErrors.Bad(kty is null ? "Property 'kty' is required." : $"Key type '{kty}' is not supported by a vault."));
        if (kty!.EndsWith("-HSM", StringComparison.Ordinal) && !vault.Sku.Equals("premium", StringComparison.OrdinalIgnoreCase))
            return (null, VaultErrors.Bad("HSM-protected keys need a vault of the premium tier."));
        var size = body.Number("key_size") ?? 2048;
        if (isRsa && size is not (2048 or 3072 or 4096))
            return (null, VaultErrors.Bad("key_size must be 2048, 3072 or 4096."));
        if (Refuse(body) is { } refusal)
            return (null, refusal);
        var attributes = body.Object("attributes");
        var now = clock.GetUtcNow();
        return (new KeyVersionRecord
        {
            Version = KeyVersionRecord.NewId(),
            Kty = kty,
            Size = isRsa ? (int)size : null,
            Curve = isRsa ? null : body.Text("crv") ?? "P-256",
            Operations = Operations(body) ?? (isRsa ? KnownOperations[..6] : ["sign", "verify"]),
            Enabled = attributes.Flag("enabled") ?? true,
            NotBefore = Date(attributes, "nbf"),
            Expires = Date(attributes, "exp"),
            Created = now,
            Updated = now,
            Tags = body.Tags(),
        }, null);
    }

    /// <summary>What creating and updating judge alike: the operations, the curve, that nothing is to be exported, and dates in seconds from 1970 to the year 9999.</summary>
    private static Reply? Refuse(JsonObject body)
    {
        if (Operations(body) is { } operations && operations.Except(KnownOperations, StringComparer.OrdinalIgnoreCase).Any())
            return VaultErrors.Bad("key_ops holds an operation that does not exist.");
        if (body.Text("crv") is { } curve && !KeyMaterial.Curves.Contains(curve))
            return VaultErrors.Bad($"Curve '{curve}' is not supported. Use {string.Join(", ", KeyMaterial.Curves)}.");
        if (body["release_policy"] is not null || body.Object("attributes").Flag("exportable") is true)
            return VaultErrors.Bad("The sandbox serves no key release: a key is not exportable, and has no release_policy.");
        return Dates.FirstOrDefault(name => body.Object("attributes").Number(name) is < 0 or > 253_402_300_799) is { } wrong
            ? VaultErrors.Bad($"Property '{wrong}' is no date.")
            : null;
    }

    private static DateTimeOffset? Date(JsonObject? attributes, string name)
        => attributes.Number(name) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static IReadOnlyList<string>? Operations(JsonObject? body) => body.Texts("key_ops");
}
