using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// Wrap and unwrap with the real RSA key. Outside nbf and exp wrap is refused and unwrap still works, as documented; a disabled version
/// refuses both (for wrap the sources disagree; this is the sandbox's choice).
/// </summary>
public sealed class KeyCrypto(KeyReads reads, KeyMaterial material, CloudClock clock)
{
    public async Task<Reply> RunAsync(Call call, VaultRecord vault, string name, string? version, string operation)
    {
        if (reads.Find(vault, name) is not { } key || KeyReads.Version(key, version) is not { } found)
            return VaultErrors.NotFound(name, version);
        if (Refuse(found, operation) is { } refusal)
            return refusal;
        var body = call.Json();
        if (Padding(body.Text("alg")) is not { } padding)
            return VaultErrors.Bad($"Unsupported algorithm '{body.Text("alg")}'. Use RSA-OAEP, RSA-OAEP-256 or RSA1_5.");
        if (body.Text("value")?.TrimEnd('=') is not { Length: > 0 } text || !Base64Url.IsValid(text))
            return VaultErrors.Bad("Property 'value' is required and must be base64url.");
        if (await material.OpenAsync(key, found) is not RSA rsa)
            return VaultErrors.Bad($"Key type {found.Kty} does not support operation {operation}.");
        try
        {
            var input = Base64Url.DecodeFromChars(text);
            var output = operation == "wrapKey" ? rsa.Encrypt(input, padding) : rsa.Decrypt(input, padding);
            return new Reply(200, new JsonObject
            {
                ["kid"] = $"https://{vault.Name}.vault.azure.net/keys/{key.Name}/{found.Version}",
                ["value"] = Base64Url.EncodeToString(output),
            });
        }
        catch (CryptographicException)
        {
            return VaultErrors.Bad("The parameter is incorrect: the value has the wrong length for this key, or its padding does not fit.");
        }
    }

    private Reply? Refuse(KeyVersionRecord version, string operation)
    {
        if (!version.Enabled)
            return VaultErrors.Forbidden($"Operation {operation} is not allowed on a disabled key.", "KeyDisabled");
        var now = clock.GetUtcNow();
        if (operation == "wrapKey" && (version.NotBefore > now || version.Expires <= now))
            return VaultErrors.Forbidden($"Operation {operation} is not allowed on a key that is {(version.Expires <= now ? "expired" : "not yet valid")}.");
        return version.Operations.Contains(operation, StringComparer.OrdinalIgnoreCase)
            ? null
            : VaultErrors.Forbidden($"Operation {operation} is not permitted on this key.", "KeyOperationForbidden");
    }

    private static RSAEncryptionPadding? Padding(string? algorithm) => algorithm switch
    {
        "RSA-OAEP" => RSAEncryptionPadding.OaepSHA1,
        "RSA-OAEP-256" => RSAEncryptionPadding.OaepSHA256,
        "RSA1_5" => RSAEncryptionPadding.Pkcs1,
        _ => null,
    };
}
