using System.Diagnostics;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox;
using ByokConsole.Tests.Web;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

public sealed class RestartTests
{
    private const string Cluster = """
        {"spec":{"display_name":"kept","availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus",
        "config":{"kind":"Dedicated","cku":2},"environment":{"id":"env-9kx2v"}}}
        """;

    private const string Policy = """
        {"lifetimeActions":[{"trigger":{"timeAfterCreate":"P30D"},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"P90D"}}
        """;

    [Fact]
    public async Task A_kill_loses_nothing_that_was_answered_and_shifts_no_date()
    {
        using var folder = new TemporaryFolder();
        string registration, cluster;
        JsonObject before;
        await using (var first = await SandboxProcess.StartAsync(folder.Path))
        {
            using var caller = new SandboxCaller(first.EnvFile);
            (await caller.ControlAsync(Patch, "/settings", new JsonObject { ["provisioningSeconds"] = 3600 })).Expect(204);
            registration = (await caller.ConfluentAsync(Post, "/byok/v1/keys", caller.KeyBody("kv-orders-eus", "payments-cmk"))).Expect(201)["id"]!;
            var created = (await caller.ConfluentAsync(Post, "/cmk/v2/clusters", JsonNode.Parse(Cluster))).Expect(202);
            (cluster, before) = (created["id"]!, created.Json);
            (await caller.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 3000 })).Expect(200);
            first.Kill();
        }

        await using var second = await SandboxProcess.StartAsync(folder.Path);
        using var again = new SandboxCaller(second.EnvFile);
        (await again.ConfluentAsync(Get, $"/byok/v1/keys/{registration}")).Expect(200);
        var after = await ReadAsync();
        Assert.Equal(before["metadata"]!["created_at"]!.ToString(), after["metadata.created_at"]);
        Assert.Equal("PROVISIONING", after["status.phase"]);
        (await again.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 601 })).Expect(200);
        Assert.Equal("PROVISIONED", (await ReadAsync())["status.phase"]);

        async Task<CloudAnswer> ReadAsync() => (await again.ConfluentAsync(Get, $"/cmk/v2/clusters/{cluster}?environment=env-9kx2v")).Expect(200);
    }

    [Fact]
    public async Task A_kill_before_anyone_looked_changes_no_rotation_and_no_past_connection()
    {
        using var folder = new TemporaryFolder();
        long created;
        await using (var first = await SandboxProcess.StartAsync(folder.Path))
        {
            using var caller = new SandboxCaller(first.EnvFile);
            created = (long)(await caller.AzureAsync(Post, Key("/create"), JsonNode.Parse("""{"kty":"RSA"}"""))).Expect(200).At("attributes.created")!;
            (await caller.AzureAsync(Put, Key("/rotationpolicy"), JsonNode.Parse(Policy))).Expect(200);
            (await caller.ControlAsync(Put, "/connections/lkc-st4g1n", new JsonObject { ["count"] = 7 })).Expect(204);
            (await caller.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 65 * 86_400 })).Expect(200);
            first.Kill();
        }

        var versions = await VersionsAsync();

        Assert.Equal([60 * 86_400, 30 * 86_400, 0], versions.Select(version => (long)version!["attributes"]!["created"]! - created));
        Assert.Equal(versions.ToJsonString(), (await VersionsAsync()).ToJsonString());

        async Task<JsonArray> VersionsAsync()
        {
            await using var again = await SandboxProcess.StartAsync(folder.Path);
            using var caller = new SandboxCaller(again.EnvFile);
            Assert.Equal("""[{"cluster":"lkc-st4g1n","count":7}]""", (await caller.ControlAsync(Get, "/connections")).Expect(200).Text);
            return (await caller.AzureAsync(Get, Key("/versions"))).Expect(200).At("value")!.AsArray();
        }
    }

    private static string Key(string path) => $"https://kv-orders-eus.vault.azure.net/keys/aging{path}?api-version=7.6";

    /// <summary>The sandbox as a process of its own, that can be killed.</summary>
    private sealed class SandboxProcess(Process process, string envFile) : IAsyncDisposable
    {
        public string EnvFile { get; } = envFile;

        public static async Task<SandboxProcess> StartAsync(string folder)
        {
            var start = new ProcessStartInfo("dotnet", ["exec", typeof(SandboxServer).Assembly.Location, "--port", "0", "--data", folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("Sandbox is ready: ", StringComparison.Ordinal))
                    return new(process, Path.Combine(folder, "sandbox", "sandbox.env"));
            }

            throw new InvalidOperationException($"The sandbox ended: {await errors}");
        }

        public void Kill() => process.Kill();

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
