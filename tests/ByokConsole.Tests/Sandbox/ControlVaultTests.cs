using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox.Azure;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox;

/// <summary>Vaults and keys on the control host: told whole, and changed so that the clouds see it at once.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ControlVaultTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Key = "/vaults/kv-orders-eus/keys/fresh-cmk";

    [Fact]
    public async Task Every_vault_is_told_with_its_switches()
    {
        var vaults = await Cloud.ListAsync("/vaults");

        Assert.Equal(7, vaults.Count);
        var good = vaults.Single(vault => (string?)vault["name"] == "kv-orders-eus");
        Assert.Equal((true, true, 11), ((bool)good["enableRbacAuthorization"]!, (bool)good["enablePurgeProtection"]!, (int)good["keys"]!));
        Assert.Equal(VaultId("kv-orders-eus"), (string?)good["resourceId"]);
        Assert.False((bool)vaults.Single(vault => (string?)vault["name"] == "kv-policies-eus")["enableRbacAuthorization"]!);
        Assert.False((bool)vaults.Single(vault => (string?)vault["name"] == "kv-nopurge-eus")["enablePurgeProtection"]!);
        var trusted = vaults.Single(vault => (string?)vault["name"] == "kv-trusted-eus");
        Assert.Equal("AzureServices", (string?)trusted["networkAcls"]!["bypass"]);
    }

    [Fact]
    public async Task A_new_vault_is_as_the_checks_want_it_and_answers_at_once()
    {
        (await Cloud.ControlAsync(Post, "/vaults", Object("""{"name":"kv-fresh-weu","location":"westeurope"}"""))).Expect(201);

        var made = (await ArmAsync(Get, VaultId("kv-fresh-weu"), version: "2023-07-01")).Expect(200);
        Assert.Equal("westeurope", made["location"]);
        Assert.Equal(("true", "true"), (made["properties.enableRbacAuthorization"], made["properties.enablePurgeProtection"]));
        Assert.Empty((await VaultAsync(Get, "/keys", vault: "kv-fresh-weu")).Expect(200).At("value")!.AsArray());
    }

    [Theory]
    [InlineData("""{"name":"kv-orders-eus","location":"eastus"}""", 409, "VaultAlreadyExists")]
    [InlineData("""{"name":"1-bad","location":"eastus"}""", 400, "VaultNameNotValid")]
    [InlineData("""{"name":"kv-nowhere"}""", 400, null)]
    [InlineData("""{"location":"eastus"}""", 400, null)]
    public async Task A_vault_that_cannot_be_made_is_refused_with_a_sentence_and_the_clouds_code(string body, int status, string? code)
    {
        var refused = (await Cloud.ControlAsync(Post, "/vaults", Object(body))).Expect(status);

        Assert.Equal(code, refused["code"]);
        Assert.False(string.IsNullOrWhiteSpace(refused["error"]));
    }

    [Fact]
    public async Task A_new_key_wraps_and_is_rotated_by_its_policy()
    {
        (await Cloud.ControlAsync(Post, Key, Object("""{"size":2048}"""))).Expect(200);

        var key = (await VaultAsync(Get, "/keys/fresh-cmk")).Expect(200);
        Assert.Equal("RSA", key["key.kty"]);
        Assert.Contains("P1Y", (await VaultAsync(Get, "/keys/fresh-cmk/rotationpolicy")).Expect(200).Text, StringComparison.Ordinal);
        (await VaultAsync(Post, "/keys/fresh-cmk/wrapkey", Object("""{"alg":"RSA-OAEP-256","value":"c2l4dGVlbiBieXRlcyE"}"""))).Expect(200);
        await AdvanceAsync(366 * 86_400L);
        Assert.Equal(2, (int)(await KeyAsync("fresh-cmk"))["versions"]!);
    }

    [Fact]
    public async Task A_key_is_not_made_where_there_is_one_or_was_one()
    {
        const string Taken = "/vaults/kv-orders-eus/keys/orders-cmk";
        Assert.Equal("KeyAlreadyExists", (await Cloud.ControlAsync(Post, Taken, Object("{}"))).Expect(409)["code"]);
        (await Cloud.ControlAsync(Delete, Taken)).Expect(200);
        Assert.Equal("ObjectIsDeletedButRecoverable", (await Cloud.ControlAsync(Post, Taken, Object("{}"))).Expect(409)["code"]);
        Assert.Equal("BadParameter", (await Cloud.ControlAsync(Post, Key, Object("""{"size":1024}"""))).Expect(400)["code"]);
        Assert.Equal("BadParameter", (await Cloud.ControlAsync(Post, "/vaults/kv-orders-eus/keys/a_b", Object("{}"))).Expect(400)["code"]);
    }

    [Fact]
    public async Task A_key_is_rotated_deleted_and_recovered_and_the_vault_tells_the_same()
    {
        const string Orders = "/vaults/kv-orders-eus/keys/orders-cmk";
        (await Cloud.ControlAsync(Post, $"{Orders}/rotate")).Expect(200);
        Assert.Equal(2, (await VaultAsync(Get, "/keys/orders-cmk/versions")).Expect(200).At("value")!.AsArray().Count);

        (await Cloud.ControlAsync(Delete, Orders)).Expect(200);
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(404);
        var deleted = await KeyAsync("orders-cmk");
        Assert.Equal(90, ((DateTimeOffset)deleted["purgedAt"]! - (DateTimeOffset)deleted["deletedAt"]!).TotalDays);
        Assert.Null(deleted["rotatesAt"]);

        (await Cloud.ControlAsync(Post, $"{Orders}/recover")).Expect(200);
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        Assert.Null((await KeyAsync("orders-cmk"))["deletedAt"]);
    }

    [Theory]
    [InlineData("POST", "/vaults/kv-orders-eus/keys/no-such/rotate", "KeyNotFound")]
    [InlineData("DELETE", "/vaults/kv-orders-eus/keys/no-such", "KeyNotFound")]
    [InlineData("POST", "/vaults/kv-orders-eus/keys/orders-cmk/recover", "KeyNotFound")]
    [InlineData("POST", "/vaults/kv-none/keys/orders-cmk/rotate", "VaultNotFound")]
    [InlineData("GET", "/vaults/kv-none/keys", "VaultNotFound")]
    public async Task What_is_not_there_is_said_with_its_code(string method, string path, string code)
        => Assert.Equal(code, (await Cloud.ControlAsync(new HttpMethod(method), path)).Expect(404)["code"]);

    [Fact]
    public async Task Keys_are_told_as_they_are_now_in_one_vault_or_in_all()
    {
        var all = await Cloud.ListAsync("/keys");

        Assert.Equal(19, all.Count);
        Assert.False((bool)all.Single(key => (string?)key["name"] == "disabled-cmk")["enabled"]!);
        Assert.True((bool)all.Single(key => (string?)key["name"] == "expired-cmk")["isExpired"]!);
        Assert.Null(all.Single(key => (string?)key["name"] == "manual-cmk")["rotatesAt"]);
        Assert.Equal(3, (await Cloud.ListAsync("/vaults/kv-orders-weu/keys")).Count);
    }

    private async Task<JsonNode> KeyAsync(string name)
        => (await Cloud.ListAsync("/vaults/kv-orders-eus/keys")).Single(key => (string?)key["name"] == name);

}
