using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Tests.Sandbox;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.RealClients;

/// <summary>What the tests with real clients have in common: the sandbox, whose roles count at once, and things of a test's own in it.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Not a collection of tests.")]
public abstract class RealClientTests(RealClientSandbox sandbox) : IAsyncLifetime
{
    public const string Category = "Category";
    public const string RealClients = "RealClients";

    protected const string Vault = "kv-orders-eus";
    protected const string VaultReader = "21090545-7ca7-4776-b22c-e363652d74d2";

    protected RealClientSandbox Sandbox { get; } = sandbox;

    protected SandboxCaller Cloud => Sandbox.Caller;

    protected string Subscription => Cloud.Environment.SubscriptionId;

    protected string Tenant => Cloud.Environment.TenantId;

    protected string VaultId => Cloud.VaultId(Vault);

    public async ValueTask InitializeAsync() => await SetAsync(propagation: 0);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static string NameOf(string beginning) => $"{beginning}-{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>Runs a script in a shell that knows the sandbox by its file alone.</summary>
    protected Task<Ran> RunAsync(string script, string? front = null) => Shell.RunAsync(Sandbox.Server.EnvFile, script, front);

    /// <summary>Runs az, signed in.</summary>
    protected async Task<Ran> AzAsync(string arguments)
    {
        await Sandbox.SignedInAsync();
        return await RunAsync($"az {arguments}");
    }

    /// <summary>More new keys at once than a vault admits otherwise.</summary>
    protected async Task LetManyKeysBeMadeAsync()
        => (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["keyCreationsIn10Seconds"] = 1000 })).Expect(204);

    protected async Task SetAsync(int propagation)
    {
        // az looks again half a minute after a vault that is not ready at once.
        var quick = new JsonObject { ["propagationSeconds"] = propagation, ["validationSeconds"] = 1, ["provisioningSeconds"] = 1, ["vaultSettlingSeconds"] = 0 };
        (await Cloud.ControlAsync(Patch, "/settings", quick)).Expect(204);
    }

    protected async Task MakeKeyAsync(string name)
        => (await Cloud.AzureAsync(Post, $"https://{Vault}.vault.azure.net/keys/{name}/create?api-version=7.6", new JsonObject { ["kty"] = "RSA" })).Expect(200);

    /// <summary>A registration of a key made for it: its id, and the application that Confluent made for it.</summary>
    protected async Task<(string Id, string Application)> RegisterAsync()
    {
        var key = NameOf("real");
        await MakeKeyAsync(key);
        var made = (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", Cloud.KeyBody(Vault, key))).Expect(201);
        return (made["id"]!, made["key.application_id"]!);
    }

    /// <summary>What the operator's clients asked of the sandbox after a number of its log.</summary>
    protected async Task<IReadOnlyList<JsonNode>> LogAsync(long after = 0)
        => [.. (await Cloud.ListAsync($"/log?after={after}")).Where(entry => (string?)entry["caller"] == SeededIds.OperatorPrincipal.ToString())];
}
