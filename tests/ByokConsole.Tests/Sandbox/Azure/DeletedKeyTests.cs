using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Soft delete: list, get, recover, purge, and the end of the retention.</summary>
[Collection(AzureSandbox.Name)]
public sealed class DeletedKeyTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Data = "c2l4dGVlbiBieXRlcyE";
    private const string CryptoUser = "12338af0-0e69-4776-bea7-57ae8d297424";
    private const long Day = 86_400;

    [Fact]
    public async Task A_deleted_key_is_listed_without_a_version_and_with_the_day_of_its_purge()
    {
        var deleted = (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);

        var item = Assert.Single((await VaultAsync(Get, "/deletedkeys")).Expect(200).At("value")!.AsArray())!;

        Assert.Equal("https://kv-orders-eus.vault.azure.net/keys/orders-cmk", (string?)item["kid"]);
        Assert.Equal("https://kv-orders-eus.vault.azure.net/deletedkeys/orders-cmk", (string?)item["recoveryId"]);
        Assert.Equal((long)deleted.At("scheduledPurgeDate")!, (long)item["scheduledPurgeDate"]!);
        Assert.Equal(90 * Day, (long)item["scheduledPurgeDate"]! - (long)item["deletedDate"]!);
        Assert.DoesNotContain("/orders-cmk\"", (await VaultAsync(Get, "/keys")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal(deleted.Text, (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(200).Text);
    }

    [Fact]
    public async Task Recovering_brings_back_every_version_and_the_data_that_old_ones_wrapped()
    {
        var wrapped = (await WrapAsync()).Expect(200);
        var newest = (await VaultAsync(Post, "/keys/orders-cmk/rotate")).Expect(200)["key.kid"];
        (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);
        (await UnwrapAsync(wrapped)).Expect(404);

        var back = (await VaultAsync(Post, "/deletedkeys/orders-cmk/recover")).Expect(200);

        Assert.Equal(newest, back["key.kid"]);
        Assert.Equal(2, (await VaultAsync(Get, "/keys/orders-cmk/versions")).Expect(200).At("value")!.AsArray().Count);
        Assert.Equal(Data, (await UnwrapAsync(wrapped)).Expect(200)["value"]);
        (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(404);
        (await VaultAsync(Post, "/deletedkeys/orders-cmk/recover")).Expect(404);
    }

    [Fact]
    public async Task What_purge_protection_keeps_nobody_can_purge_before_its_day()
    {
        (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);

        var refused = (await VaultAsync(Delete, "/deletedkeys/orders-cmk")).Expect(403);

        Assert.Equal("Forbidden", refused["error.code"]);
        Assert.Contains("purge protection is enabled", refused["error.message"], StringComparison.Ordinal);
        Assert.Null(refused.At("error")!["innererror"]);
        await AdvanceAsync((90 * Day) - 60);
        (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(200);
        await AdvanceAsync(61);
        (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(404);
        (await VaultAsync(Post, "/deletedkeys/orders-cmk/recover")).Expect(404);
    }

    [Fact]
    public async Task With_its_purge_a_name_is_free_again_and_what_takes_it_opens_nothing_old()
    {
        var wrapped = (await WrapAsync("kv-nopurge-eus")).Expect(200);
        (await VaultAsync(Delete, "/keys/orders-cmk", vault: "kv-nopurge-eus")).Expect(200);
        (await CreateAsync("kv-nopurge-eus")).Expect(409);

        (await VaultAsync(Delete, "/deletedkeys/orders-cmk", vault: "kv-nopurge-eus")).Expect(204);

        (await VaultAsync(Delete, "/deletedkeys/orders-cmk", vault: "kv-nopurge-eus")).Expect(404);
        (await CreateAsync("kv-nopurge-eus")).Expect(200);
        Assert.Single((await VaultAsync(Get, "/keys/orders-cmk/versions", vault: "kv-nopurge-eus")).Expect(200).At("value")!.AsArray());
        (await UnwrapAsync(wrapped, "kv-nopurge-eus")).Expect(404);
    }

    [Fact]
    public async Task A_key_that_is_in_use_cannot_be_purged()
    {
        var refused = (await VaultAsync(Delete, "/deletedkeys/orders-cmk", vault: "kv-nopurge-eus")).Expect(404);

        Assert.Equal("KeyNotFound", refused["error.code"]);
        (await VaultAsync(Get, "/keys/orders-cmk", vault: "kv-nopurge-eus")).Expect(200);
    }

    [Fact]
    public async Task A_rotation_that_fell_into_the_time_of_deletion_is_made_up_for_after_recovery()
    {
        var policy = Object("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P50D"},"action":{"type":"Rotate"}}]}""");
        (await VaultAsync(Put, "/keys/orders-cmk/rotationpolicy", policy)).Expect(200);
        (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);
        await AdvanceAsync(30 * Day);
        (await VaultAsync(Post, "/deletedkeys/orders-cmk/recover")).Expect(200);

        var versions = (await VaultAsync(Get, "/keys/orders-cmk/versions")).Expect(200).At("value")!.AsArray();

        var created = versions.Select(version => (long)version!["attributes"]!["created"]!).ToList();
        Assert.Equal(2, created.Count);
        // The seeded key was made 42 days before the world began.
        Assert.InRange(created[0] - created[1], 72 * Day, (72 * Day) + 60);
    }

    [Fact]
    public async Task While_it_is_being_deleted_or_recovered_a_key_is_found_on_neither_side_and_its_name_is_taken()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"keySettlingSeconds":600}"""))).Expect(204);

        (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);
        await OnNeitherSideAsync("ObjectIsBeingDeleted");
        await AdvanceAsync(601);
        (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(200);
        Assert.Equal("ObjectIsDeletedButRecoverable", (await CreateAsync("kv-orders-eus")).Expect(409)["error.innererror.code"]);

        (await VaultAsync(Post, "/deletedkeys/orders-cmk/recover")).Expect(200);
        await OnNeitherSideAsync("ObjectIsBeingRecovered");
        await AdvanceAsync(601);
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        (await CreateAsync("kv-orders-eus")).Expect(200);
    }

    [Theory]
    [InlineData("POST", "/deletedkeys/orders-cmk/recover", "keys/recover/action")]
    [InlineData("DELETE", "/deletedkeys/orders-cmk", "keys/purge/action")]
    public async Task Each_act_on_a_deleted_key_needs_its_own_right(string method, string path, string action)
    {
        (await VaultAsync(Delete, "/keys/orders-cmk")).Expect(200);
        var (application, secret) = await ApplicationAsync();
        var principal = await Cloud.AzureAsync(Get, $"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{application}')");
        (await ArmAsync(Put, Assignment(), SandboxCaller.RoleBody(CryptoUser, principal.Expect(200)["id"]!))).Expect(201);
        var token = (await TokenAsync(null, client: application, secret: secret)).Expect(200)["access_token"];
        (await WithTokenAsync(Get, $"https://kv-orders-eus.vault.azure.net/deletedkeys/orders-cmk?{Version}", token)).Expect(200);

        var refused = (await WithTokenAsync(new(method), $"https://kv-orders-eus.vault.azure.net{path}?{Version}", token)).Expect(403);

        Assert.Equal("ForbiddenByRbac", refused["error.innererror.code"]);
        Assert.Contains($"Microsoft.KeyVault/vaults/{action}", refused["error.message"], StringComparison.Ordinal);
    }

    private async Task OnNeitherSideAsync(string code)
    {
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(404);
        (await VaultAsync(Get, "/deletedkeys/orders-cmk")).Expect(404);
        Assert.DoesNotContain("/orders-cmk", (await VaultAsync(Get, "/keys")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Empty((await VaultAsync(Get, "/deletedkeys")).Expect(200).At("value")!.AsArray());
        foreach (var answer in (CloudAnswer[])[await VaultAsync(Delete, "/keys/orders-cmk"), await VaultAsync(Post, "/deletedkeys/orders-cmk/recover"), await CreateAsync("kv-orders-eus")])
            Assert.Equal(code, answer.Expect(409)["error.innererror.code"]);
    }

    private Task<CloudAnswer> CreateAsync(string vault) => VaultAsync(Post, "/keys/orders-cmk/create", Object("""{"kty":"RSA"}"""), vault);

    private Task<CloudAnswer> WrapAsync(string vault = "kv-orders-eus") => VaultAsync(Post, "/keys/orders-cmk/wrapkey", Value(Data), vault);

    private Task<CloudAnswer> UnwrapAsync(CloudAnswer wrapped, string vault = "kv-orders-eus")
        => VaultAsync(Post, $"{new Uri(wrapped["kid"]!).AbsolutePath}/unwrapkey", Value(wrapped["value"]!), vault);

    private static JsonObject Value(string value) => new() { ["alg"] = "RSA-OAEP-256", ["value"] = value };
}
