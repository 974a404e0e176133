using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>What the tests of the Confluent side have in common: a fresh seeded world in which roles and trials take no time.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Not a collection of tests.")]
public abstract class ConfluentTests(ConfluentSandbox sandbox) : IAsyncLifetime
{
    protected const string Vault = "kv-orders-eus";
    protected const string Key = "payments-cmk";

    protected const string Wrap = "/wrapkey";
    protected const string Unwrap = "/unwrapkey";

    private long _start;

    protected ConfluentSandbox Sandbox { get; } = sandbox;

    protected SandboxCaller Cloud => Sandbox.Caller;

    public async ValueTask InitializeAsync()
    {
        (await Cloud.ControlAsync(Post, "/reset")).Expect(204);
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["propagationSeconds"] = 0, ["validationSeconds"] = 0 })).Expect(204);
        _start = (await LogAsync()).Max(entry => (long)entry["sequence"]!);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected string VaultId(string vault) => Cloud.VaultId(vault);

    protected JsonObject KeyBody(string vault = Vault, string key = Key, string? name = null)
    {
        var body = Cloud.KeyBody(vault, key);
        if (name is not null)
            body["display_name"] = name;
        return body;
    }

    protected async Task<CloudAnswer> RegisterAsync(string vault = Vault, string key = Key, string? name = null)
        => (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", KeyBody(vault, key, name))).Expect(201);

    protected async Task<CloudAnswer> RegistrationAsync(string id) => (await Cloud.ConfluentAsync(Get, $"/byok/v1/keys/{id}")).Expect(200);

    /// <summary>What the person who owns the vault does: a service principal for the application, and both roles at the vault.</summary>
    protected async Task<string> GrantAsync(CloudAnswer registration, string vault = Vault)
    {
        var principal = (await Cloud.AzureAsync(
            Post, "https://graph.microsoft.com/v1.0/servicePrincipals", new JsonObject { ["appId"] = registration["key.application_id"] })).Expect(201)["id"]!;
        await GrantRolesAsync(principal, vault);
        return principal;
    }

    protected async Task GrantRolesAsync(string principal, string vault)
    {
        foreach (var role in (string[])["e147488a-f6f5-4113-8e2d-b22465e65bf6", "21090545-7ca7-4776-b22c-e363652d74d2"])
        {
            (await Cloud.AzureAsync(Put, $"https://management.azure.com{VaultId(vault)}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}?api-version=2022-04-01", SandboxCaller.RoleBody(role, principal))).Expect(201);
        }
    }

    /// <summary>A registration that Confluent Cloud has found valid.</summary>
    protected async Task<CloudAnswer> ValidAsync(string vault = Vault, string key = Key)
    {
        var registration = await RegisterAsync(vault, key);
        await GrantAsync(registration, vault);
        return await UntilAsync(registration["id"]!, "VALID");
    }

    /// <summary>Reads the registration until it is in the phase, and its message holds the text; the worker's own pace is waited for.</summary>
    protected Task<CloudAnswer> UntilAsync(string id, string phase, string message = "") => Poll.UntilAsync(
        () => RegistrationAsync(id),
        answer => answer["validation.phase"] == phase && answer["validation.message"]?.Contains(message, StringComparison.OrdinalIgnoreCase) is not false,
        $"{phase} ({message})");

    /// <summary>What the clouds were asked since this test began.</summary>
    protected Task<IReadOnlyList<JsonNode>> LogAsync() => Cloud.ListAsync($"/log?after={_start}");

    protected async Task AdvanceAsync(TimeSpan step)
        => (await Cloud.ControlAsync(Post, "/clock", new JsonObject { ["advanceSeconds"] = (long)step.TotalSeconds })).Expect(200);
}
