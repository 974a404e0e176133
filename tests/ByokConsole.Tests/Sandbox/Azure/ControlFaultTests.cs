using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Faults that are ordered of the control host, and the storm that it tells of.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ControlFaultTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    [Fact]
    public async Task A_fault_comes_as_often_as_ordered_and_where_ordered()
    {
        (await Cloud.ControlAsync(Post, "/faults", Object("""{"name":"TooManyRequests","host":"management.azure.com","count":2,"retryAfter":7}"""))).Expect(200);

        Assert.Equal(200, (await VaultAsync(Get, "/keys")).Status);
        Assert.Equal("7", (await ArmAsync(Get, "/subscriptions")).Expect(429).Header("Retry-After"));
        (await ArmAsync(Get, "/subscriptions")).Expect(429);
        (await ArmAsync(Get, "/subscriptions")).Expect(200);
    }

    [Fact]
    public async Task A_lost_reply_did_its_work_all_the_same()
    {
        (await Cloud.ControlAsync(Post, "/faults", Object("""{"name":"LostReply","method":"POST","host":"kv-orders-eus.vault.azure.net","count":1}"""))).Expect(200);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => VaultAsync(Post, "/keys/lost-cmk/create", Object("""{"kty":"RSA"}""")));

        Assert.Single((await VaultAsync(Get, "/keys/lost-cmk/versions")).Expect(200).At("value")!.AsArray());
    }

    [Theory]
    [InlineData("""{"name":"Earthquake"}""")]
    [InlineData("""{"name":"Slow","count":0}""")]
    [InlineData("""{"name":"Slow","count":1,"milliseconds":99999999}""")]
    [InlineData("""{}""")]
    [InlineData("""null""")]
    public async Task A_fault_that_does_not_exist_is_refused_with_those_that_do(string body)
        => (await Cloud.ControlAsync(Post, "/faults", JsonNode.Parse(body))).Expect(400);

    [Theory]
    [InlineData("path", "https://api.confluent.cloud/byok")]
    [InlineData("path", "/byok/v1/keys?page_size=10")]
    [InlineData("path", "/keys/*")]
    [InlineData("path", "/byok//v1")]
    [InlineData("path", "my key")]
    [InlineData("path", "")]
    [InlineData("host", "example.com")]
    [InlineData("host", "a.b.vault.azure.net")]
    [InlineData("method", "FETCH")]
    public async Task A_fault_that_no_request_could_suffer_is_refused_with_the_reason(string member, string value)
    {
        var refused = (await Cloud.ControlAsync(Post, "/faults", new JsonObject { ["name"] = "Reset", [member] = value })).Expect(400);

        Assert.EndsWith(".", refused["error"], StringComparison.Ordinal);
        Assert.Equal("[]", (await Cloud.ControlAsync(Get, "/faults")).Expect(200).Text);
    }

    [Theory]
    [InlineData("path", "wrapkey")]
    [InlineData("path", "/keys/payments-cmk/")]
    [InlineData("path", "/v1.0/servicePrincipals(appId='a-1')")]
    [InlineData("host", "KV-later.vault.azure.net")]
    [InlineData("method", "post")]
    public async Task A_fault_that_some_request_could_suffer_is_ordered(string member, string value)
        => (await Cloud.ControlAsync(Post, "/faults", new JsonObject { ["name"] = "Reset", [member] = value })).Expect(200);

    [Fact]
    public async Task A_storm_is_told_as_it_was_ordered_and_nothing_more()
        => Assert.Equal(
            """{"seed":1,"tooManyRequests":0,"serverErrors":0,"resets":0,"stalls":0,"retryAfter":1,"stallMilliseconds":10000}""",
            (await Cloud.ControlAsync(Get, "/storm")).Expect(200).Text);
}
