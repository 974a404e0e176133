using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// What a key does, with the real key: wrap and unwrap, encrypt and decrypt, sign and verify. Outside nbf and exp what makes something new is
/// refused and what reads something old still works, as documented; a disabled version refuses everything (for what needs the public key alone the
/// sources disagree; this is the sandbox's choice).
/// </summary>
public sealed class KeyCrypto(KeyReads reads, KeyMaterial material, VaultThrottle throttle, CloudClock clock)
{
    private static readonly string[] Operations = ["wrapKey", "unwrapKey", "encrypt", "decrypt", "sign", "verify"];
    private static readonly string[] MakesNew = ["wrapKey", "encrypt", "sign"];

    /// <summary>The operation that a word of the path means, as a key's list of permitted operations names it; null when it is none.</summary>
    public static string? OperationOf(string word) => Operations.FirstOrDefault(operation => operation.Equals(word, StringComparison.OrdinalIgnoreCase));

    public async Task<Reply> RunAsync(Call call, VaultRecord vault, string name, string? version, string operation)
    {
        if (reads.Find(vault, name) is not { } key || KeyReads.Version(key, version) is not { } found)
            return VaultErrors.NotFound(name, version);
        if ((throttle.RefuseOperation(vault, found) ?? Refuse(found, operation)) is { } refusal)
            return refusal;
        var kid = KeyShape.Id(vault, key, found);
        try
        {
            var opened = await material.OpenAsync(key, found);
            return operation switch
            {
                "sign" => Sign(call.Json(), opened, kid),
                "verify" => Verify(call.Json(), opened),
                _ => Cipher(call.Json(), opened, kid, operation),
            };
        }
        catch (CryptographicException)
        {
            return VaultErrors.Bad("The parameter is incorrect: the value has the wrong length for this key, or its padding does not fit.");
        }
    }

    private static Reply Cipher(JsonObject? body, AsymmetricAlgorithm key, string kid, string operation)
    {
        if (Padding(body.Text("alg")) is not { } padding)
            return VaultErrors.Bad($"Unsupported algorithm '{body.Text("alg")}'. Use RSA-OAEP, RSA-OAEP-256 or RSA1_5.");
        if (body.Bytes("value") is not { } input)
            return Missing("value");
        if (key is not RSA rsa)
            return VaultErrors.Bad($"This key's type does not support operation {operation}.");
        return Result(kid, operation is "wrapKey" or "encrypt" ? rsa.Encrypt(input, padding) : rsa.Decrypt(input, padding));
    }

    private static Reply Sign(JsonObject? body, AsymmetricAlgorithm key, string kid)
        => SignatureAlgorithm.Of(body.Text("alg"), key) is not { } algorithm ? Unsigned(body)
            : body.Bytes("value") is not { } digest ? Missing("value")
            : digest.Length != algorithm.DigestLength ? WrongDigest(algorithm)
            : Result(kid, algorithm.Sign(digest));

    private static Reply Verify(JsonObject? body, AsymmetricAlgorithm key)
        => SignatureAlgorithm.Of(body.Text("alg"), key) is not { } algorithm ? Unsigned(body)
            : body.Bytes("digest") is not { } digest ? Missing("digest")
            : body.Bytes("value") is not { } signature ? Missing("value")
            : digest.Length != algorithm.DigestLength ? WrongDigest(algorithm)
            : new Reply(200, new JsonObject { ["value"] = algorithm.Verify(digest, signature) });

    private Reply? Refuse(KeyVersionRecord version, string operation)
    {
        if (!version.Enabled)
            return VaultErrors.Forbidden($"Operation {operation} is not allowed on a disabled key.", "KeyDisabled");
        var now = clock.GetUtcNow();
        if (MakesNew.Contains(operation) && (version.NotBefore > now || version.Expires <= now))
            return VaultErrors.Forbidden($"Operation {operation} is not allowed on a key that is {(version.Expires <= now ? "expired" : "not yet valid")}.");
        return version.Operations.Contains(operation, StringComparer.OrdinalIgnoreCase)
            ? null
            : VaultErrors.Forbidden($"Operation {operation} is not permitted on this key.", "KeyOperationForbidden");
    }

    private static Reply Result(string kid, byte[] value) => new(200, new JsonObject { ["kid"] = kid, ["value"] = Base64Url.EncodeToString(value) });

    private static Reply Missing(string name) => VaultErrors.Bad($"Property '{name}' is required and must be base64url.");

    private static Reply Unsigned(JsonObject? body) => VaultErrors.Bad($"Algorithm '{body.Text("alg")}' does not exist, or this key cannot sign with it.");

    private static Reply WrongDigest(SignatureAlgorithm algorithm) => VaultErrors.Bad($"The digest must have {algorithm.DigestLength} bytes.");

    private static RSAEncryptionPadding? Padding(string? algorithm) => algorithm switch
    {
        "RSA-OAEP" => RSAEncryptionPadding.OaepSHA1,
        "RSA-OAEP-256" => RSAEncryptionPadding.OaepSHA256,
        "RSA1_5" => RSAEncryptionPadding.Pkcs1,
        _ => null,
    };
}
