using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Keys that come from elsewhere: imported, or restored from a backup.</summary>
[Collection(AzureSandbox.Name)]
public sealed class KeyImportTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Data = "c2l4dGVlbiBieXRlcyE";

    [Fact]
    public async Task An_imported_key_unwraps_what_its_owner_encrypted_and_its_private_part_is_never_told()
    {
        using var own = RSA.Create(2048);
        var imported = (await ImportAsync("own-cmk", Jwk(own))).Expect(200);
        var wrapped = Base64Url.EncodeToString(own.Encrypt(Base64Url.DecodeFromChars(Data), RSAEncryptionPadding.OaepSHA256));

        Assert.Equal(Data, (await VaultAsync(Post, "/keys/own-cmk/unwrapkey", Value(wrapped))).Expect(200)["value"]);
        Assert.Equal(["unwrapKey", "wrapKey"], imported.At("key.key_ops")!.AsArray().Select(operation => (string)operation!).Order());
        Assert.DoesNotContain((string)Jwk(own)["d"]!, (await VaultAsync(Get, "/keys/own-cmk")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_under_a_name_that_exists_it_is_the_newest_version()
    {
        using var own = RSA.Create(3072);
        var before = (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200)["key.kid"];

        var imported = (await ImportAsync("orders-cmk", Jwk(own))).Expect(200);

        Assert.NotEqual(before, imported["key.kid"]);
        Assert.Equal(imported["key.kid"], (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200)["key.kid"]);
        Assert.Equal(2, (await VaultAsync(Get, "/keys/orders-cmk/versions")).Expect(200).At("value")!.AsArray().Count);
    }

    [Theory]
    [InlineData("d")]
    [InlineData("n")]
    [InlineData("kty")]
    public async Task A_key_that_lacks_a_part_is_refused(string part)
    {
        using var own = RSA.Create(2048);
        var jwk = Jwk(own);
        jwk.Remove(part);

        Assert.Equal("BadParameter", (await ImportAsync("own-cmk", jwk)).Expect(400)["error.code"]);
        (await VaultAsync(Get, "/keys/own-cmk")).Expect(404);
    }

    [Fact]
    public async Task A_key_of_another_size_is_refused()
    {
        using var own = RSA.Create(1024);

        (await ImportAsync("own-cmk", Jwk(own))).Expect(400);
    }

    [Fact]
    public async Task A_backup_brings_every_version_into_another_vault_and_opens_what_they_wrapped()
    {
        var wrapped = (await VaultAsync(Post, "/keys/payments-cmk/wrapkey", Value(Data))).Expect(200);
        (await VaultAsync(Post, "/keys/payments-cmk/rotate")).Expect(200);
        var backup = (await VaultAsync(Post, "/keys/payments-cmk/backup")).Expect(200)["value"]!;

        var restored = (await VaultAsync(Post, "/keys/restore", new JsonObject { ["value"] = backup }, "kv-orders-neu")).Expect(200);

        Assert.StartsWith("https://kv-orders-neu.vault.azure.net/keys/payments-cmk/", restored["key.kid"], StringComparison.Ordinal);
        Assert.Equal(2, (await VaultAsync(Get, "/keys/payments-cmk/versions", vault: "kv-orders-neu")).Expect(200).At("value")!.AsArray().Count);
        Assert.Equal(
            Data, (await VaultAsync(Post, $"{new Uri(wrapped["kid"]!).AbsolutePath}/unwrapkey", Value(wrapped["value"]!), "kv-orders-neu")).Expect(200)["value"]);
        (await VaultAsync(Post, "/keys/restore", new JsonObject { ["value"] = backup }, "kv-orders-neu")).Expect(409);
    }

    [Fact]
    public async Task What_is_no_backup_of_this_service_is_refused()
    {
        var backup = (await VaultAsync(Post, "/keys/payments-cmk/backup")).Expect(200)["value"]!;
        foreach (var value in (string[])["", "not base64url!", Data, backup[..^8], backup[..40] + (backup[40] == 'A' ? 'B' : 'A') + backup[41..]])
            (await VaultAsync(Post, "/keys/restore", new JsonObject { ["value"] = value }, "kv-orders-neu")).Expect(400);
        (await VaultAsync(Post, "/keys/none/backup")).Expect(404);
    }

    private static JsonObject Jwk(RSA key)
    {
        var parts = key.ExportParameters(includePrivateParameters: true);
        return new JsonObject
        {
            ["kty"] = "RSA", ["key_ops"] = new JsonArray("wrapKey", "unwrapKey"),
            ["n"] = Base64Url.EncodeToString(parts.Modulus), ["e"] = Base64Url.EncodeToString(parts.Exponent), ["d"] = Base64Url.EncodeToString(parts.D),
            ["p"] = Base64Url.EncodeToString(parts.P), ["q"] = Base64Url.EncodeToString(parts.Q), ["dp"] = Base64Url.EncodeToString(parts.DP),
            ["dq"] = Base64Url.EncodeToString(parts.DQ), ["qi"] = Base64Url.EncodeToString(parts.InverseQ),
        };
    }

    private Task<CloudAnswer> ImportAsync(string name, JsonObject jwk) => VaultAsync(Put, $"/keys/{name}", new JsonObject { ["key"] = jwk });

    private static JsonObject Value(string value) => new() { ["alg"] = "RSA-OAEP-256", ["value"] = value };
}
