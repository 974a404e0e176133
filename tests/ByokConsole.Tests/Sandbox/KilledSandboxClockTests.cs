using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox;

/// <summary>What the clouds' time brings by itself is the same whether anybody looked before a kill -9 or not.</summary>
public sealed class KilledSandboxClockTests
{
    private const string Policy = """
        {"lifetimeActions":[{"trigger":{"timeAfterCreate":"P30D"},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"P90D"}}
        """;

    [Fact]
    public async Task A_Kill_Before_Anyone_Looked_Changes_No_Rotation_And_No_Past_Connection()
    {
        using var folder = new TemporaryFolder();
        long created;
        await using (var first = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path)))
        {
            using var caller = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
            created = (long)(await caller.AzureAsync(Post, Key("/create"), JsonNode.Parse("""{"kty":"RSA"}"""))).Expect(200).At("attributes.created")!;
            (await caller.AzureAsync(Put, Key("/rotationpolicy"), JsonNode.Parse(Policy))).Expect(200);
            (await caller.ControlAsync(Put, "/connections/lkc-st4g1n", new JsonObject { ["count"] = 7 })).Expect(204);
            (await caller.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 65 * 86_400 })).Expect(200);
        }

        var versions = await VersionsAsync(folder.Path);

        Assert.Equal([60 * 86_400, 30 * 86_400, 0], versions.Select(version => (long)version!["attributes"]!["created"]! - created));
        Assert.Equal(versions.ToJsonString(), (await VersionsAsync(folder.Path)).ToJsonString());
    }

    private static async Task<JsonArray> VersionsAsync(string folder)
    {
        await using var again = await ServerProcess.StartAsync(Programs.Sandbox(folder));
        using var caller = new SandboxCaller(SandboxEnvironment.FileIn(folder));
        Assert.Equal("""[{"cluster":"lkc-st4g1n","count":7}]""", (await caller.ControlAsync(Get, "/connections")).Expect(200).Text);
        return (await caller.AzureAsync(Get, Key("/versions"))).Expect(200).At("value")!.AsArray();
    }

    private static string Key(string path) => $"https://kv-orders-eus.vault.azure.net/keys/aging{path}?api-version=7.6";
}
