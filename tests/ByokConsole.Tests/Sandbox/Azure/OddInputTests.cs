using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Whatever is sent to whichever host, the answer is that host's own kind of error.</summary>
[Collection(AzureSandbox.Name)]
public sealed class OddInputTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private static readonly string[] Members =
        ["kty", "key_size", "key_ops", "attributes", "exp", "nbf", "enabled", "alg", "value", "tags", "properties", "principalId", "roleDefinitionId", "appId", "lifetimeActions", "trigger", "networkAcls"];

    private static readonly string[] Texts = ["RSA", "RSA-OAEP", "P1Y", "P99999999D", "", "\u0000", "é€😀", "..", "'; DROP TABLE keys;--", new('x', 3000)];

    private static readonly (HttpMethod Method, string Url)[] Doors =
    [
        (Post, "https://kv-orders-eus.vault.azure.net/keys/odd/create?" + Version),
        (Patch, "https://kv-orders-eus.vault.azure.net/keys/orders-cmk?" + Version),
        (Put, "https://kv-orders-eus.vault.azure.net/keys/orders-cmk/rotationpolicy?" + Version),
        (Post, "https://kv-orders-eus.vault.azure.net/keys/orders-cmk/wrapkey?" + Version),
        (Post, "https://kv-orders-eus.vault.azure.net/keys/orders-cmk/unwrapkey?" + Version),
        (Put, $"{Arm}/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-odd?api-version=2023-07-01"),
        (Patch, $"{Arm}/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu?api-version=2023-07-01"),
        (Put, $"{Arm}/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/providers/Microsoft.Authorization/roleAssignments/11111111-2222-4333-8444-555555555555?api-version=2022-04-01"),
        (Post, "https://graph.microsoft.com/v1.0/servicePrincipals"),
    ];

    [Fact]
    public async Task Any_body_at_any_door_is_answered_and_never_with_a_crash()
    {
        foreach (var (method, url) in Doors)
        {
            foreach (var body in Gen.Sample(Bodies(3), 12, 40))
                AssertTyped(url, body, await Cloud.AzureAsync(method, url, JsonNode.Parse(body)));
        }

        Assert.Equal("eastus", (await ArmAsync(Get, VaultId("kv-orders-eus"), version: "2023-07-01")).Expect(200)["location"]);
    }

    [Theory]
    [InlineData("https://kv-orders-eus.vault.azure.net")]
    [InlineData("https://management.azure.com")]
    [InlineData("https://graph.microsoft.com")]
    [InlineData("https://login.microsoftonline.com")]
    [InlineData("https://api.confluent.cloud")]
    [InlineData("https://sandbox.byokconsole.test")]
    public async Task A_body_that_is_too_large_is_refused_in_the_hosts_own_shape(string host)
    {
        using var content = new StringContent(new string('x', 1_200_000), Encoding.UTF8, "application/json");

        var answer = await Cloud.SendAsync(Post, new Uri(host + "/keys"), null, content);

        AssertTyped(host, "1.2 MB", answer.Expect(413));
    }

    [Fact]
    public async Task Any_path_on_any_host_is_answered_and_never_with_a_crash()
    {
        var word = Gen.Elements("keys", "deletedkeys", "orders-cmk", "versions", "subscriptions", "providers", "vaults", "..", "%2e%2e", "é", "v1.0", "servicePrincipals(appId='')", "oauth2", "token", "'", "roleAssignments", new string('a', 500));
        foreach (var host in (string[])["https://kv-orders-eus.vault.azure.net", Arm, "https://graph.microsoft.com"])
        {
            foreach (var words in Gen.Sample(Gen.ArrayOf(word), 8, 40))
            {
                var url = $"{host}/{string.Join('/', words)}?{Version}&$skiptoken=2147483647&$filter='";
                AssertTyped(url, "", await Cloud.AzureAsync(Get, url));
            }
        }
    }

    private static void AssertTyped(string door, string body, CloudAnswer answer)
    {
        Assert.True(answer.Status is >= 200 and < 500, $"{door} answered {answer.Status} to {body}: {answer.Text}");
        if (answer.Status < 400)
            return;
        var error = answer.Json["error"] ?? answer.Json["errors"]?[0];
        Assert.True(error is not null, $"{door} answered {answer.Status} without an error of its kind: {answer.Text}");
    }

    private static Gen<string> Bodies(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(Texts).Select(text => JsonValue.Create(text).ToJsonString()),
            Gen.Elements("0", "-1", "1e308", "99999999999999999", "-99999999999999999", "null", "true", "false", "[]", "{}"));
        var value = depth == 0
            ? leaf
            : Gen.OneOf(leaf, Bodies(depth - 1), Gen.ArrayOf(Bodies(depth - 1), 2).Select(items => $"[{string.Join(',', items)}]"));
        return from names in Gen.Shuffle(Members)
               from count in Gen.Choose(0, 5)
               from values in Gen.ArrayOf(value, count)
               select "{" + string.Join(',', values.Select((item, i) => $"\"{names[i]}\":{item}")) + "}";
    }
}
