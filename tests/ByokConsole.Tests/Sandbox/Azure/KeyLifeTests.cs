using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>What time does to keys: policies rotate them as the clouds' clock moves.</summary>
[Collection(AzureSandbox.Name)]
public sealed class KeyLifeTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Data = "c2l4dGVlbiBieXRlcyE";
    private const long Day = 86_400;

    [Fact]
    public async Task A_jump_over_several_rotations_makes_each_version_on_its_own_day_with_its_own_expiry()
    {
        var first = await CreateAsync();
        await PolicyAsync("""{"timeAfterCreate":"P30D"}""", "P90D");
        var wrapped = (await CryptoAsync(first["key.kid"]!, "wrapkey", Data)).Expect(200)["value"]!;

        await AdvanceAsync(95 * Day);

        var versions = await VersionsAsync();
        Assert.Equal([90 * Day, 60 * Day, 30 * Day, 0], versions.Select(version => Created(version) - Created(first.Json)));
        Assert.Equal([90 * Day, 90 * Day, 90 * Day], versions.SkipLast(1).Select(version => (long)version["attributes"]!["exp"]! - Created(version)));
        Assert.Null(versions[^1]["attributes"]!["exp"]);
        var newest = (await VaultAsync(Get, "/keys/aging")).Expect(200);
        Assert.Equal((string?)versions[0]["kid"], newest["key.kid"]);
        Assert.Equal(first.At("key.key_ops")!.ToJsonString(), newest.At("key.key_ops")!.ToJsonString());
        Assert.NotEqual(first["key.n"], newest["key.n"]);
        Assert.Equal(Data, (await CryptoAsync(first["key.kid"]!, "unwrapkey", wrapped)).Expect(200)["value"]);
        (await CryptoAsync(newest["key.kid"]!, "wrapkey", Data)).Expect(200);
        Assert.Equal(versions.Select(version => (string?)version["kid"]), (await VersionsAsync()).Select(version => (string?)version["kid"]));
    }

    [Fact]
    public async Task Nothing_rotates_a_minute_before_its_time()
    {
        await CreateAsync();
        await PolicyAsync("""{"timeAfterCreate":"P30D"}""", "P90D");

        await AdvanceAsync((30 * Day) - 60);
        Assert.Single(await VersionsAsync());

        await AdvanceAsync(61);
        Assert.Equal(2, (await VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_rotation_counted_from_expiry_comes_once_the_version_has_one_and_again_for_its_successors()
    {
        var first = await CreateAsync();
        await PolicyAsync("""{"timeBeforeExpiry":"P10D"}""", "P40D");
        await AdvanceAsync(60 * Day);
        Assert.Single(await VersionsAsync());

        var expiry = Created(first.Json) + (80 * Day);
        (await VaultAsync(Patch, "/keys/aging", new JsonObject { ["attributes"] = new JsonObject { ["exp"] = expiry } })).Expect(200);
        await AdvanceAsync(45 * Day);

        Assert.Equal([100 * Day, 70 * Day, 0], (await VersionsAsync()).Select(version => Created(version) - Created(first.Json)));
    }

    [Fact]
    public async Task A_policy_that_comes_too_late_for_its_own_date_rotates_when_it_is_put()
    {
        var first = await CreateAsync();
        await AdvanceAsync(50 * Day);
        await PolicyAsync("""{"timeAfterCreate":"P30D"}""", "P90D");

        var versions = await VersionsAsync();

        Assert.Equal(2, versions.Count);
        Assert.InRange(Created(versions[0]) - Created(first.Json), 50 * Day, (50 * Day) + 60);
    }

    [Fact]
    public async Task A_rotation_by_hand_starts_the_policys_count_anew()
    {
        var first = await CreateAsync();
        await PolicyAsync("""{"timeAfterCreate":"P30D"}""", "P90D");
        await AdvanceAsync(20 * Day);
        (await VaultAsync(Post, "/keys/aging/rotate")).Expect(200);

        await AdvanceAsync(20 * Day);
        Assert.Equal(2, (await VersionsAsync()).Count);
        await AdvanceAsync(11 * Day);

        Assert.InRange(Created((await VersionsAsync())[0]) - Created(first.Json), 50 * Day, (50 * Day) + 60);
    }

    [Fact]
    public async Task A_disabled_key_is_not_rotated_before_it_is_enabled_again()
    {
        var first = await CreateAsync();
        await PolicyAsync("""{"timeAfterCreate":"P30D"}""", "P90D");
        (await VaultAsync(Patch, "/keys/aging", Object("""{"attributes":{"enabled":false}}"""))).Expect(200);
        await AdvanceAsync(40 * Day);
        Assert.Single(await VersionsAsync());

        (await VaultAsync(Patch, "/keys/aging", Object("""{"attributes":{"enabled":true}}"""))).Expect(200);

        Assert.InRange(Created((await VersionsAsync())[0]) - Created(first.Json), 40 * Day, (40 * Day) + 60);
    }

    [Theory]
    [InlineData("""{"timeBeforeExpiry":"P25D"}""", "P28D")]
    [InlineData("""{"timeBeforeExpiry":"P2D"}""", "P90D")]
    [InlineData("""{"timeAfterCreate":"P89D"}""", "P90D")]
    public async Task A_policy_leaves_seven_days_on_both_sides_of_a_rotation(string trigger, string expiry)
    {
        await CreateAsync();

        Assert.Equal("BadParameter", (await VaultAsync(Put, "/keys/aging/rotationpolicy", Policy(trigger, expiry))).Expect(400)["error.code"]);
    }

    [Fact]
    public async Task One_version_can_be_disabled_alone_and_then_opens_nothing_that_it_wrapped()
    {
        var old = (await CreateAsync())["key.kid"]!;
        var wrapped = (await CryptoAsync(old, "wrapkey", Data)).Expect(200)["value"]!;
        var newest = (await VaultAsync(Post, "/keys/aging/rotate")).Expect(200)["key.kid"]!;

        (await VaultAsync(Patch, new Uri(old).AbsolutePath, Object("""{"attributes":{"enabled":false}}"""))).Expect(200);

        Assert.Equal("KeyDisabled", (await CryptoAsync(old, "unwrapkey", wrapped)).Expect(403)["error.innererror.code"]);
        (await CryptoAsync(newest, "wrapkey", Data)).Expect(200);
        Assert.Equal([true, false], (await VersionsAsync()).Select(version => (bool)version["attributes"]!["enabled"]!));
        (await VaultAsync(Patch, new Uri(old).AbsolutePath, Object("""{"attributes":{"enabled":true}}"""))).Expect(200);
        Assert.Equal(Data, (await CryptoAsync(old, "unwrapkey", wrapped)).Expect(200)["value"]);
    }

    private static long Created(JsonNode bundleOrItem) => (long)bundleOrItem["attributes"]!["created"]!;

    private static JsonObject Policy(string trigger, string expiry)
        => Object($$$"""{"lifetimeActions":[{"trigger":{{{trigger}}},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"{{{expiry}}}"}}""");

    private async Task<CloudAnswer> CreateAsync() => (await VaultAsync(Post, "/keys/aging/create", Object("""{"kty":"RSA"}"""))).Expect(200);

    private async Task PolicyAsync(string trigger, string expiry)
        => (await VaultAsync(Put, "/keys/aging/rotationpolicy", Policy(trigger, expiry))).Expect(200);

    private async Task<IReadOnlyList<JsonNode>> VersionsAsync()
        => [.. (await VaultAsync(Get, "/keys/aging/versions")).Expect(200).At("value")!.AsArray().Select(version => version!)];

    private Task<CloudAnswer> CryptoAsync(string version, string operation, string value)
        => VaultAsync(Post, $"{new Uri(version).AbsolutePath}/{operation}", new JsonObject { ["alg"] = "RSA-OAEP-256", ["value"] = value });
}
