using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.State;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>What the tests of the Azure side have in common: the seeded world, with roles that take effect at once.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Not a collection of tests.")]
public abstract class AzureTests(AzureSandbox sandbox) : IAsyncLifetime
{
    protected const string Arm = "https://management.azure.com";
    protected const string Version = "api-version=7.4";
    protected const string CryptoOfficer = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603";

    protected AzureSandbox Sandbox { get; } = sandbox;

    protected SandboxCaller Cloud => Sandbox.Caller;

    protected string Tenant => Cloud.Environment.TenantId;

    protected string Subscription => Cloud.Environment.SubscriptionId;

    public async ValueTask InitializeAsync()
    {
        (await Cloud.ControlAsync(Post, "/reset")).Expect(204);
        (await Cloud.ControlAsync(Patch, "/settings", Object("""
            {"propagationSeconds":0,"keySettlingSeconds":0,"vaultSettlingSeconds":0,"keyCreationsIn10Seconds":1000,
             "armReadsAtOnce":1000000,"armWritesAtOnce":1000000,"armDeletesAtOnce":1000000}
            """))).Expect(204);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();

    protected string VaultId(string vault) => Cloud.VaultId(vault);

    /// <summary>Path of a role assignment that does not exist yet.</summary>
    protected string Assignment(string vault = "kv-orders-eus") => $"{VaultId(vault)}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}";

    protected static JsonObject Role(string principal, string? type = "ServicePrincipal") => SandboxCaller.RoleBody(CryptoOfficer, principal, type);

    /// <summary>An application other than the operator's: that of a seeded registration, with the secret that the sandbox's folder tells.</summary>
    protected async Task<(string Id, string Secret)> ApplicationAsync()
    {
        var id = (await Cloud.ConfluentAsync(Get, "/byok/v1/keys/cck-an4l1")).Expect(200)["key.application_id"]!;
        return (id, SecretBox.OpenOrCreate(Path.Combine(Sandbox.Folder, "sandbox")).Derive($"client:{id}"));
    }

    /// <summary>One call to a vault as the operator.</summary>
    protected Task<CloudAnswer> VaultAsync(HttpMethod method, string path, JsonNode? body = null, string vault = "kv-orders-eus")
        => Cloud.AzureAsync(method, $"https://{vault}.vault.azure.net{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Version}", body);

    protected Task<CloudAnswer> ArmAsync(HttpMethod method, string path, JsonNode? body = null, string version = "2022-04-01")
        => Cloud.AzureAsync(method, $"{Arm}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={version}", body);

    protected async Task AdvanceAsync(long seconds) => (await Cloud.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = seconds })).Expect(200);

    protected Task<CloudAnswer> TokenAsync(string? scope, string? tenant = null, string? client = null, string? secret = null, string grant = "client_credentials")
        => Cloud.TokenAsync(scope ?? "https://vault.azure.net/.default", tenant, client, secret, grant);

    protected Task<CloudAnswer> WithTokenAsync(HttpMethod method, string url, string? token, JsonNode? body = null)
        => Cloud.SendAsync(method, new Uri(url), token is null ? null : new("Bearer", token), body is null ? null : JsonContent.Create(body));
}
