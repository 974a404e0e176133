using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Key Vault's keys, operation by operation.</summary>
[Collection(AzureSandbox.Name)]
public sealed class KeyOperationTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Data = "c2l4dGVlbiBieXRlcyE";

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    [InlineData(4096)]
    public async Task A_key_is_made_with_the_size_that_was_asked_for(int size)
    {
        var made = (await VaultAsync(Post, "/keys/fresh/create", new JsonObject { ["kty"] = "RSA", ["key_size"] = size })).Expect(200);

        Assert.Equal("RSA", made["key.kty"]);
        Assert.Equal(size / 8, Base64Url.DecodeFromChars(made["key.n"]).Length);
        Assert.Equal(made.Text, (await VaultAsync(Get, "/keys/fresh")).Expect(200).Text);
        Assert.Matches("^https://kv-orders-eus.vault.azure.net/keys/fresh/[0-9a-f]{32}$", made["key.kid"]);
    }

    [Theory]
    [InlineData("""{"kty":"RSA","key_size":1024}""", "key_size")]
    [InlineData("""{"kty":"oct"}""", "oct")]
    [InlineData("""{}""", "kty")]
    [InlineData("""{"kty":"RSA-HSM"}""", "premium")]
    [InlineData("""{"kty":"RSA","key_ops":["fly"]}""", "key_ops")]
    public async Task A_key_that_no_vault_can_make_is_refused_with_the_reason(string body, string named)
    {
        var refused = (await VaultAsync(Post, "/keys/fresh/create", Object(body), vault: "kv-orders-neu")).Expect(400);

        Assert.Equal("BadParameter", refused["error.code"]);
        Assert.Contains(named, refused["error.message"], StringComparison.Ordinal);
        (await VaultAsync(Get, "/keys/fresh", vault: "kv-orders-neu")).Expect(404);
    }

    [Fact]
    public async Task Rotation_makes_a_new_version_and_the_old_one_still_unwraps()
    {
        var first = (await VaultAsync(Get, "/keys/payments-cmk")).Expect(200)["key.kid"]!;
        var wrapped = (await WrapAsync("payments-cmk")).Expect(200);
        Assert.Equal(first, wrapped["kid"]);

        var second = (await VaultAsync(Post, "/keys/payments-cmk/rotate")).Expect(200)["key.kid"]!;

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await VaultAsync(Get, "/keys/payments-cmk")).Expect(200)["key.kid"]);
        var versions = (await VaultAsync(Get, "/keys/payments-cmk/versions")).Expect(200).At("value")!.AsArray();
        Assert.Equal([second, first], versions.Select(version => (string?)version!["kid"]));
        var unwrapped = (await VaultAsync(Post, new Uri(first).AbsolutePath + "/unwrapkey", Value(wrapped["value"]!))).Expect(200);
        Assert.Equal(Data, unwrapped["value"]);
        (await VaultAsync(Post, new Uri(second).AbsolutePath + "/unwrapkey", Value(wrapped["value"]!))).Expect(400);
    }

    [Fact]
    public async Task What_is_wrapped_with_the_public_key_elsewhere_is_unwrapped_here()
    {
        var key = (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key["key.n"]), Exponent = Base64Url.DecodeFromChars(key["key.e"]) });
        var wrapped = rsa.Encrypt(Base64Url.DecodeFromChars(Data), RSAEncryptionPadding.OaepSHA256);

        var unwrapped = (await VaultAsync(Post, "/keys/orders-cmk/unwrapkey", Value(Base64Url.EncodeToString(wrapped)))).Expect(200);

        Assert.Equal(Data, unwrapped["value"]);
    }

    [Theory]
    [InlineData("""{"alg":"RSA-OAEP-256"}""")]
    [InlineData("""{"alg":"RSA-OAEP-256","value":"***"}""")]
    [InlineData("""{"alg":"A256GCM","value":"AAAA"}""")]
    [InlineData("""{"value":"AAAA"}""")]
    public async Task Wrapping_what_cannot_be_wrapped_is_a_bad_parameter(string body)
        => Assert.Equal("BadParameter", (await VaultAsync(Post, "/keys/orders-cmk/wrapkey", Object(body))).Expect(400)["error.code"]);

    [Theory]
    [InlineData("disabled-cmk", "wrapkey", 403)]
    [InlineData("disabled-cmk", "unwrapkey", 403)]
    [InlineData("expired-cmk", "wrapkey", 403)]
    [InlineData("future-cmk", "wrapkey", 403)]
    [InlineData("signing-cmk", "wrapkey", 403)]
    [InlineData("signing-cmk", "unwrapkey", 403)]
    [InlineData("ec-cmk", "wrapkey", 403)]
    [InlineData("nowhere-cmk", "wrapkey", 404)]
    public async Task A_key_in_another_state_serves_nothing_that_its_state_forbids(string key, string operation, int status)
        => (await VaultAsync(Post, $"/keys/{key}/{operation}", Value(Data))).Expect(status);

    [Fact]
    public async Task An_expired_key_still_unwraps_what_it_wrapped()
    {
        var wrapped = (await WrapAsync("orders-cmk")).Expect(200);
        await UpdateAsync("""{"attributes":{"exp":1000000000}}""");

        Assert.Equal(Data, (await VaultAsync(Post, "/keys/orders-cmk/unwrapkey", Value(wrapped["value"]!))).Expect(200)["value"]);
        (await WrapAsync("orders-cmk")).Expect(403);
    }

    [Fact]
    public async Task Disabling_takes_the_key_out_of_use_and_enabling_brings_it_back()
    {
        await UpdateAsync("""{"attributes":{"enabled":false}}""");
        Assert.Equal("KeyDisabled", (await WrapAsync("orders-cmk")).Expect(403)["error.innererror.code"]);

        await UpdateAsync("""{"attributes":{"enabled":true}}""");

        (await WrapAsync("orders-cmk")).Expect(200);
    }

    [Fact]
    public async Task Operations_that_are_taken_away_are_refused_with_their_own_inner_code()
    {
        await UpdateAsync("""{"key_ops":["sign","verify"]}""");

        Assert.Equal("KeyOperationForbidden", (await WrapAsync("orders-cmk")).Expect(403)["error.innererror.code"]);
    }

    [Theory]
    [InlineData("""{"attributes":{"exp":99999999999999999}}""")]
    [InlineData("""{"attributes":{"nbf":-99999999999999999}}""")]
    public async Task A_date_that_no_calendar_has_is_a_bad_parameter(string body)
        => Assert.Equal("BadParameter", (await VaultAsync(Patch, "/keys/orders-cmk", Object(body))).Expect(400)["error.code"]);

    [Fact]
    public async Task A_deleted_key_is_gone_from_use_is_kept_and_keeps_its_name()
    {
        var deleted = (await VaultAsync(Delete, "/keys/manual-cmk")).Expect(200);

        Assert.Equal("https://kv-orders-eus.vault.azure.net/deletedkeys/manual-cmk", deleted["recoveryId"]);
        Assert.True((long)deleted.At("scheduledPurgeDate")! > (long)deleted.At("deletedDate")!);
        (await VaultAsync(Get, "/keys/manual-cmk")).Expect(404);
        (await WrapAsync("manual-cmk")).Expect(404);
        (await VaultAsync(Get, "/deletedkeys/manual-cmk")).Expect(200);
        var again = (await VaultAsync(Post, "/keys/manual-cmk/create", Object("""{"kty":"RSA"}"""))).Expect(409);
        Assert.Equal("ObjectIsDeletedButRecoverable", again["error.innererror.code"]);
        (await VaultAsync(Delete, "/keys/manual-cmk")).Expect(404);
    }

    [Theory]
    [InlineData("kv-orders-eus", "Recoverable")]
    [InlineData("kv-nopurge-eus", "Recoverable+Purgeable")]
    public async Task The_recovery_level_tells_purge_protection(string vault, string level)
        => Assert.EndsWith(level, (await VaultAsync(Get, "/keys/orders-cmk", vault: vault)).Expect(200)["attributes.recoveryLevel"], StringComparison.Ordinal);

    [Fact]
    public async Task A_list_comes_in_pages_that_hold_every_key_once()
    {
        List<string?> seen = [];
        var next = $"https://kv-orders-eus.vault.azure.net/keys?{Version}&maxresults=4";
        while (next is not null)
        {
            var page = (await Cloud.AzureAsync(Get, next)).Expect(200);
            var rows = page.At("value")!.AsArray();
            Assert.InRange(rows.Count, 1, 4);
            seen.AddRange(rows.Select(row => (string?)row!["kid"]));
            next = page["nextLink"];
        }

        Assert.Equal(11, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Contains("https://kv-orders-eus.vault.azure.net/keys/orders-cmk", seen);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("26")]
    [InlineData("many")]
    public async Task A_page_size_out_of_range_is_refused(string size)
        => (await VaultAsync(Get, $"/keys?maxresults={size}")).Expect(400);

    [Fact]
    public async Task A_rotation_policy_is_kept_as_it_was_put()
    {
        var policy = Object("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P90D"},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"P2Y"}}""");
        (await VaultAsync(Put, "/keys/manual-cmk/rotationpolicy", policy)).Expect(200);

        var kept = (await VaultAsync(Get, "/keys/manual-cmk/rotationpolicy")).Expect(200);

        Assert.Equal("P2Y", kept["attributes.expiryTime"]);
        Assert.Equal("P90D", (string?)kept.At("lifetimeActions")![0]!["trigger"]!["timeAfterCreate"]);
        var version = (await VaultAsync(Post, "/keys/manual-cmk/rotate")).Expect(200);
        Assert.Equal(730 * 86_400, (long)version.At("attributes.exp")! - (long)version.At("attributes.created")!);
    }

    [Theory]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P2D"},"action":{"type":"Rotate"}}]}""")]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Rotate"}}]}""")]
    [InlineData("""{"lifetimeActions":[{"trigger":{},"action":{"type":"Rotate"}}]}""")]
    public async Task A_rotation_policy_that_cannot_be_kept_is_refused(string policy)
        => Assert.Equal("BadParameter", (await VaultAsync(Put, "/keys/manual-cmk/rotationpolicy", Object(policy))).Expect(400)["error.code"]);

    [Fact]
    public async Task No_private_key_stands_in_the_folder_or_in_an_answer()
    {
        var made = (await VaultAsync(Post, "/keys/secret-cmk/create", Object("""{"kty":"RSA"}"""))).Expect(200);
        (await WrapAsync("secret-cmk")).Expect(200);

        Assert.All(["d", "p", "q", "dp", "dq", "qi", "k"], part => Assert.Null(made.At("key")![part]));
        // The header of every unencrypted PKCS#8 RSA key, as bytes and as base64 text.
        byte[] marker = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00, 0x04];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Sandbox.Folder, "sandbox"), "sandbox.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.Equal(-1, copy.ToArray().AsSpan().IndexOf(marker));
            Assert.DoesNotContain("BgkqhkiG9w0BAQEFAASC", System.Text.Encoding.Latin1.GetString(copy.ToArray()), StringComparison.Ordinal);
        }
    }

    private static JsonObject Value(string value) => new() { ["alg"] = "RSA-OAEP-256", ["value"] = value };

    private Task<CloudAnswer> WrapAsync(string key) => VaultAsync(Post, $"/keys/{key}/wrapkey", Value(Data));

    private async Task UpdateAsync(string body) => (await VaultAsync(Patch, "/keys/orders-cmk", Object(body))).Expect(200);
}
