using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using Proof = System.Func<ByokConsole.Tests.Sandbox.SandboxCaller, System.Threading.Tasks.Task>;

namespace ByokConsole.Tests.Sandbox;

/// <summary>kill -9 of a sandbox that runs alone, right after it answered.</summary>
public sealed class KilledSandboxTests(ITestOutputHelper output)
{
    private const string Cluster = """
        {"spec":{"display_name":"kept","availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus",
        "config":{"kind":"Dedicated","cku":2},"environment":{"id":"env-9kx2v"}}}
        """;

    private const string KeyOfVault = "https://kv-orders-eus.vault.azure.net/keys/kept-cmk";
    private const string Reader = "21090545-7ca7-4776-b22c-e363652d74d2";
    private static readonly Guid Principal = Guid.Parse("b9a1c0de-0000-4000-8000-0000000000f1");

    /// <summary>What a person may do over the wire; each gives what proves, to whoever asks later, that it was done.</summary>
    private static readonly (string Name, Func<SandboxCaller, Task<Proof>> Act)[] Acts =
    [
        ("a key in a vault", MakeKeyAsync), ("a key registration", RegisterAsync), ("a service principal", MakePrincipalAsync),
        ("a role assignment", AssignRoleAsync), ("a cluster", MakeClusterAsync), ("a clock moved ahead", MoveClockAsync),
    ];

    [Fact]
    public async Task Whatever_was_acknowledged_right_before_a_kill_is_there_afterwards()
    {
        using var folder = new TemporaryFolder();
        List<Proof> proofs = [];
        var sandbox = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        try
        {
            foreach (var (name, act) in Acts)
            {
                using (var caller = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path)))
                    proofs.Add(await act(caller));
                await sandbox.DisposeAsync();
                output.WriteLine($"killed right after {name}");

                sandbox = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
                using var again = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
                foreach (var proof in proofs)
                    await proof(again);
            }
        }
        finally
        {
            await sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_authority_the_secrets_and_the_tokens_given_out_outlive_a_kill()
    {
        using var folder = new TemporaryFolder();
        string authority, token;
        SandboxEnvironment before;
        await using (var first = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path)))
        {
            using var caller = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
            authority = await File.ReadAllTextAsync(caller.Environment.AuthorityFile, TestContext.Current.CancellationToken);
            token = (await caller.TokenAsync("https://management.azure.com/.default")).Expect(200)["access_token"]!;
            before = caller.Environment;
        }

        await using var second = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        using var again = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
        Assert.Equal(before with { Proxy = again.Environment.Proxy }, again.Environment);
        Assert.Equal(authority, await File.ReadAllTextAsync(again.Environment.AuthorityFile, TestContext.Current.CancellationToken));
        (await again.SendAsync(Get, new Uri("https://management.azure.com/subscriptions?api-version=2022-12-01"), new("Bearer", token), null)).Expect(200);
    }

    [Fact]
    public async Task A_kill_shifts_no_date()
    {
        using var folder = new TemporaryFolder();
        string cluster;
        await using (var first = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path)))
        {
            using var caller = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
            (await caller.ControlAsync(Patch, "/settings", new JsonObject { ["provisioningSeconds"] = 3600 })).Expect(204);
            cluster = (await caller.ConfluentAsync(Post, "/cmk/v2/clusters", JsonNode.Parse(Cluster))).Expect(202)["id"]!;
            (await caller.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 3000 })).Expect(200);
        }

        await using var second = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        using var again = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
        Assert.Equal("PROVISIONING", await PhaseAsync());
        (await again.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 601 })).Expect(200);
        Assert.Equal("PROVISIONED", await PhaseAsync());

        async Task<string?> PhaseAsync() => (await again.ConfluentAsync(Get, $"/cmk/v2/clusters/{cluster}?environment=env-9kx2v")).Expect(200)["status.phase"];
    }

    /// <summary>The same key, down to its material: what was wrapped with it before is unwrapped after.</summary>
    private static async Task<Proof> MakeKeyAsync(SandboxCaller caller)
    {
        const string Version = "?api-version=7.4";
        const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        var kid = (await caller.AzureAsync(Post, $"{KeyOfVault}/create{Version}", new JsonObject { ["kty"] = "RSA", ["key_size"] = 2048 })).Expect(200)["key.kid"]!;
        var wrapped = (await caller.AzureAsync(Post, $"{kid}/wrapkey{Version}", Operation(Secret))).Expect(200)["value"]!;
        return async again => Assert.Equal(Secret, (await again.AzureAsync(Post, $"{kid}/unwrapkey{Version}", Operation(wrapped))).Expect(200)["value"]);

        static JsonObject Operation(string value) => new() { ["alg"] = "RSA-OAEP-256", ["value"] = value };
    }

    private static async Task<Proof> RegisterAsync(SandboxCaller caller)
    {
        var made = (await caller.ConfluentAsync(Post, "/byok/v1/keys", caller.KeyBody("kv-orders-eus", "payments-cmk"))).Expect(201);
        return async again => Assert.Equal(
            made["key.application_id"], (await again.ConfluentAsync(Get, $"/byok/v1/keys/{made["id"]}")).Expect(200)["key.application_id"]);
    }

    private static async Task<Proof> MakePrincipalAsync(SandboxCaller caller)
    {
        const string Principals = "https://graph.microsoft.com/v1.0/servicePrincipals";
        var application = (await caller.ConfluentAsync(Get, "/byok/v1/keys/cck-n0gr4")).Expect(200)["key.application_id"]!;
        var id = (await caller.AzureAsync(Post, Principals, new JsonObject { ["appId"] = application })).Expect(201)["id"];
        return async again => Assert.Equal(id, (await again.AzureAsync(Get, $"{Principals}(appId='{application}')")).Expect(200)["id"]);
    }

    private static async Task<Proof> AssignRoleAsync(SandboxCaller caller)
    {
        var address = $"https://management.azure.com{caller.VaultId("kv-orders-eus")}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}?api-version=2022-04-01";
        (await caller.AzureAsync(Put, address, SandboxCaller.RoleBody(Reader, Principal.ToString()))).Expect(201);
        return async again => (await again.AzureAsync(Get, address)).Expect(200);
    }

    private static async Task<Proof> MakeClusterAsync(SandboxCaller caller)
    {
        var made = (await caller.ConfluentAsync(Post, "/cmk/v2/clusters", JsonNode.Parse(Cluster))).Expect(202);
        return async again => Assert.Equal(
            made["metadata.created_at"],
            (await again.ConfluentAsync(Get, $"/cmk/v2/clusters/{made["id"]}?environment=env-9kx2v")).Expect(200)["metadata.created_at"]);
    }

    private static async Task<Proof> MoveClockAsync(SandboxCaller caller)
    {
        var offset = (await caller.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = 86_400 })).Expect(200)["offsetSeconds"];
        return async again => Assert.Equal(offset, (await again.ControlAsync(Get, "/clock")).Expect(200)["offsetSeconds"]);
    }
}
