using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Encrypting and signing: which states and operations stop them, and what is told then.</summary>
[Collection(AzureSandbox.Name)]
public sealed class KeySignatureTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private static readonly string Digest = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("orders")));

    [Fact]
    public async Task An_expired_key_still_decrypts_and_verifies_and_makes_nothing_new()
    {
        (await VaultAsync(Post, "/keys/short-lived/create", Object("""{"kty":"RSA"}"""))).Expect(200);
        var secret = (await UseAsync("encrypt", "RSA-OAEP-256", "AAECAw")).Expect(200)["value"]!;
        var signature = (await UseAsync("sign", "RS256", Digest)).Expect(200)["value"]!;
        (await VaultAsync(Patch, "/keys/short-lived", new JsonObject { ["attributes"] = new JsonObject { ["exp"] = 1_600_000_000 } })).Expect(200);

        Assert.Equal("AAECAw", (await UseAsync("decrypt", "RSA-OAEP-256", secret)).Expect(200)["value"]);
        Assert.True((bool)(await VerifyAsync(signature)).Expect(200).At("value")!);
        (await UseAsync("encrypt", "RSA-OAEP-256", "AAECAw")).Expect(403);
        (await UseAsync("sign", "RS256", Digest)).Expect(403);
    }

    [Fact]
    public async Task A_disabled_key_and_an_operation_that_is_not_permitted_are_told_apart()
    {
        (await VaultAsync(Post, "/keys/short-lived/create", Object("""{"kty":"RSA","key_ops":["wrapKey","sign"]}"""))).Expect(200);
        Assert.Equal("KeyOperationForbidden", (await UseAsync("encrypt", "RSA-OAEP-256", "AAECAw")).Expect(403)["error.innererror.code"]);

        (await VaultAsync(Patch, "/keys/short-lived", Object("""{"attributes":{"enabled":false}}"""))).Expect(200);

        Assert.Equal("KeyDisabled", (await UseAsync("sign", "RS256", Digest)).Expect(403)["error.innererror.code"]);
    }

    [Theory]
    [InlineData("RS256", "AAECAw")]
    [InlineData("RS512", null)]
    [InlineData("ES256", null)]
    [InlineData("RS128", null)]
    [InlineData("", null)]
    public async Task A_digest_of_the_wrong_length_and_another_keys_algorithm_are_refused(string algorithm, string? digest)
    {
        (await VaultAsync(Post, "/keys/short-lived/create", Object("""{"kty":"RSA"}"""))).Expect(200);

        Assert.Equal("BadParameter", (await UseAsync("sign", algorithm, digest ?? Digest)).Expect(400)["error.code"]);
    }

    [Fact]
    public async Task An_elliptic_key_signs_and_encrypts_nothing()
    {
        Assert.Equal("BadParameter", (await VaultAsync(Post, "/keys/ec-cmk/sign", Body("RS256", Digest))).Expect(400)["error.code"]);
        (await VaultAsync(Post, "/keys/ec-cmk/sign", Body("ES256", Digest))).Expect(200);
        Assert.Equal("KeyOperationForbidden", (await VaultAsync(Post, "/keys/ec-cmk/encrypt", Body("RSA-OAEP", "AAECAw"))).Expect(403)["error.innererror.code"]);
    }

    private Task<CloudAnswer> UseAsync(string operation, string algorithm, string value) => VaultAsync(Post, $"/keys/short-lived/{operation}", Body(algorithm, value));

    private Task<CloudAnswer> VerifyAsync(string signature)
        => VaultAsync(Post, "/keys/short-lived/verify", new JsonObject { ["alg"] = "RS256", ["digest"] = Digest, ["value"] = signature });

    private static JsonObject Body(string algorithm, string value) => new() { ["alg"] = algorithm, ["value"] = value };
}
