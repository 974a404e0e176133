using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Takes in a key that was made elsewhere. Nothing that the vault tells later shows that it was.</summary>
public sealed class KeyImports(KeyWrites writes, SecretBox secrets)
{
    public async Task<Reply> ImportAsync(Call call, VaultRecord vault, string name)
    {
        if (call.Json() is not { } body || body.Object("key") is not { } jwk)
            return VaultErrors.Bad("Property 'key' is required: a JSON web key with its private part.");
        try
        {
            using var key = Read(jwk);
            var (version, refusal) = writes.NewVersion(AsCreated(body, jwk, key), vault);
            if (refusal is not null)
                return refusal;
            return await writes.AddAsync(vault, name, version! with { SealedKey = secrets.Seal(key.ExportPkcs8PrivateKey()) });
        }
        catch (CryptographicException)
        {
            return VaultErrors.Bad("The key is no valid RSA or EC key with its private part.");
        }
    }

    /// <summary>The body by which such a key would have been created.</summary>
    private static JsonObject AsCreated(JsonObject body, JsonObject jwk, AsymmetricAlgorithm key) => new()
    {
        ["kty"] = body.Flag("Hsm") is true && jwk.Text("kty") is { } kty ? $"{kty}-HSM" : jwk.Text("kty"),
        ["key_size"] = key is RSA ? (long)key.KeySize : null,
        ["crv"] = jwk.Text("crv"),
        ["key_ops"] = jwk["key_ops"]?.DeepClone(),
        ["attributes"] = body["attributes"]?.DeepClone(),
        ["tags"] = body["tags"]?.DeepClone(),
        ["release_policy"] = body["release_policy"]?.DeepClone(),
    };

    /// <exception cref="CryptographicException">A part is missing, is not base64url, or does not fit the others.</exception>
    private static AsymmetricAlgorithm Read(JsonObject jwk) => jwk.Text("kty") switch
    {
        "RSA" => RSA.Create(new RSAParameters
        {
            Modulus = Part(jwk, "n"), Exponent = Part(jwk, "e"), D = Part(jwk, "d"), P = Part(jwk, "p"), Q = Part(jwk, "q"),
            DP = Part(jwk, "dp"), DQ = Part(jwk, "dq"), InverseQ = Part(jwk, "qi"),
        }),
        "EC" => ECDsa.Create(new ECParameters
        {
            Curve = KeyMaterial.CurveOf(jwk.Text("crv")), D = Part(jwk, "d"), Q = new ECPoint { X = Part(jwk, "x"), Y = Part(jwk, "y") },
        }),
        _ => throw new CryptographicException("Neither RSA nor EC."),
    };

    private static byte[] Part(JsonObject jwk, string name)
        => jwk.Bytes(name) ?? throw new CryptographicException(name);
}
