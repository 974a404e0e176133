using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Keys as Key Vault writes them: whole seconds, base64url without padding, what is absent left out.</summary>
internal static class KeyShape
{
    /// <summary>The public part of each key in use: to export it takes longer than to wrap with it.</summary>
    private static readonly ConditionalWeakTable<AsymmetricAlgorithm, (string Name, string Value)[]> Public = [];

    /// <summary>The key's identifier without a version.</summary>
    public static string Id(VaultRecord vault, KeyRecord key) => $"https://{vault.Name}.vault.azure.net/keys/{key.Name}";

    public static string Id(VaultRecord vault, KeyRecord key, KeyVersionRecord version) => $"{Id(vault, key)}/{version.Version}";

    public static JsonObject Bundle(VaultRecord vault, KeyRecord key, KeyVersionRecord version, AsymmetricAlgorithm material)
    {
        var jwk = new JsonObject
        {
            ["kid"] = Id(vault, key, version),
            ["kty"] = version.Kty,
            ["key_ops"] = JsonReading.Array(version.Operations),
        };
        WritePublic(jwk, version, material);
        return Tagged(new JsonObject { ["key"] = jwk, ["attributes"] = Attributes(vault, version) }, version);
    }

    public static JsonObject Item(VaultRecord vault, KeyRecord key, KeyVersionRecord version, bool withVersion) => Tagged(
        new JsonObject
        {
            ["kid"] = withVersion ? Id(vault, key, version) : Id(vault, key),
            ["attributes"] = Attributes(vault, version),
        },
        version);

    public static JsonObject Deleted(VaultRecord vault, KeyRecord key, JsonObject bundle)
    {
        bundle["recoveryId"] = $"https://{vault.Name}.vault.azure.net/deletedkeys/{key.Name}";
        bundle["deletedDate"] = key.DeletedAt!.Value.ToUnixTimeSeconds();
        bundle["scheduledPurgeDate"] = key.PurgedAt(vault)!.Value.ToUnixTimeSeconds();
        return bundle;
    }

    public static JsonObject Policy(VaultRecord vault, KeyRecord key)
    {
        var policy = key.Policy;
        return new JsonObject
        {
            ["id"] = $"{Id(vault, key)}/rotationpolicy",
            ["lifetimeActions"] = JsonReading.Array((policy?.Actions ?? [new("Notify", null, "P30D")]).Select(action => (JsonNode)new JsonObject
            {
                ["trigger"] = action.TimeAfterCreate is { } after
                    ? new JsonObject { ["timeAfterCreate"] = after }
                    : new JsonObject { ["timeBeforeExpiry"] = action.TimeBeforeExpiry },
                ["action"] = new JsonObject { ["type"] = action.Action },
            })),
            ["attributes"] = policy is null
                ? []
                : new JsonObject { ["expiryTime"] = policy.ExpiryTime, ["created"] = policy.Created.ToUnixTimeSeconds(), ["updated"] = policy.Updated.ToUnixTimeSeconds() },
        };
    }

    private static JsonObject Tagged(JsonObject json, KeyVersionRecord version)
    {
        if (version.Tags is { } tags)
            json["tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
        return json;
    }

    private static JsonObject Attributes(VaultRecord vault, KeyVersionRecord version)
    {
        var customized = vault.SoftDeleteRetentionInDays == 90 ? "" : "Customized";
        var attributes = new JsonObject { ["enabled"] = version.Enabled };
        if (version.NotBefore is { } from)
            attributes["nbf"] = from.ToUnixTimeSeconds();
        if (version.Expires is { } to)
            attributes["exp"] = to.ToUnixTimeSeconds();
        attributes["created"] = version.Created.ToUnixTimeSeconds();
        attributes["updated"] = version.Updated.ToUnixTimeSeconds();
        attributes["recoveryLevel"] = $"{customized}Recoverable{(vault.EnablePurgeProtection is true ? "" : "+Purgeable")}";
        attributes["recoverableDays"] = vault.SoftDeleteRetentionInDays;
        attributes["exportable"] = false;
        return attributes;
    }

    private static void WritePublic(JsonObject jwk, KeyVersionRecord version, AsymmetricAlgorithm material)
    {
        if (version.Curve is { } curve)
            jwk["crv"] = curve;
        foreach (var (name, value) in Public.GetValue(material, PublicOf))
            jwk[name] = value;
    }

    private static (string Name, string Value)[] PublicOf(AsymmetricAlgorithm material)
    {
        if (material is RSA rsa)
        {
            var key = rsa.ExportParameters(false);
            return [("n", Base64Url.EncodeToString(key.Modulus)), ("e", Base64Url.EncodeToString(key.Exponent))];
        }

        var point = ((ECDsa)material).ExportParameters(false).Q;
        return [("x", Base64Url.EncodeToString(point.X)), ("y", Base64Url.EncodeToString(point.Y))];
    }
}
