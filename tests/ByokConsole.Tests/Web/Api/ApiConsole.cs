using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web.Api;

/// <summary>A console whose sandbox does in a moment what clouds take minutes for, and the caller of its API.</summary>
public sealed class ApiConsole : IAsyncLifetime
{
    public const string Environment = "env-9kx2v";

    private RunningConsole? _console;
    private SandboxCaller? _cloud;

    public RunningConsole Console => _console ?? throw new InvalidOperationException("The console has not been started.");

    /// <summary>The sandbox behind the console, asked past it.</summary>
    public SandboxCaller Cloud => _cloud ?? throw new InvalidOperationException("The console has not been started.");

    /// <summary>The console's clock, which a test may move.</summary>
    public ShiftedTime Time { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartAsync(configure: services => services.AddSingleton<TimeProvider>(Time));
        _cloud = new SandboxCaller(SandboxEnvironment.FileIn(_console.DataFolder));
        await ControlAsync(HttpMethod.Patch, "settings", new JsonObject
        {
            ["propagationSeconds"] = 0, ["validationSeconds"] = 0, ["provisioningSeconds"] = 1,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _cloud?.Dispose();
        if (_console is not null)
            await _console.DisposeAsync();
    }

    /// <summary>Three fields of a key that passes every check; a vault and key of the seed.</summary>
    public JsonObject Key(string vault = "kv-orders-weu", string key = "orders-cmk", string region = "westeurope") => new()
    {
        ["key_id"] = $"https://{vault}.vault.azure.net/keys/{key}",
        ["key_vault_id"] = Cloud.VaultId(vault),
        ["tenant_id"] = Cloud.Environment.TenantId,
        ["region"] = region,
        ["material_generated"] = true,
    };

    /// <summary>The same of a key that is made now, and that no other test registers.</summary>
    public async Task<JsonObject> OwnKeyAsync(string region = "westeurope")
    {
        var name = $"own-{Guid.NewGuid():N}";
        var key = new JsonObject { ["kty"] = "RSA", ["key_size"] = 2048 };
        Assert.InRange((await Cloud.AzureAsync(HttpMethod.Post, $"https://kv-orders-weu.vault.azure.net/keys/{name}/create?api-version=7.4", key)).Status, 200, 299);
        return Key(key: name, region: region);
    }

    public async Task ControlAsync(HttpMethod method, string path, JsonObject? body = null)
        => Assert.InRange((await Cloud.ControlAsync(method, "/" + path, body)).Status, 200, 299);

    /// <summary>Asks the console; a body is sent as JSON.</summary>
    public async Task<ApiAnswer> AskAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null || method == HttpMethod.Post)
            request.Content = body is null ? new StringContent("", new MediaTypeHeaderValue("application/json")) : JsonContent.Create(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Console.Client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response, Token);
    }

    /// <summary>Asks in Confluent's shape, with the sandbox's own API key.</summary>
    public Task<ApiAnswer> AskAsCallerAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
        => AskAsync(method, path, body, [("Authorization", Cloud.Environment.Basic.ToString()), .. headers]);

    /// <summary>Follows a run to its end over server-sent events, and returns it as it ended.</summary>
    public async Task<JsonNode> EndOfAsync(string runId)
    {
        using var response = await Console.Client.GetAsync(new Uri($"/api/v1/runs/{runId}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = System.Net.ServerSentEvents.SseParser.Create(await response.Content.ReadAsStreamAsync(Token));
        JsonNode? last = null;
        await foreach (var item in events.EnumerateAsync(Token))
        {
            Assert.Equal("run", item.EventType);
            last = JsonNode.Parse(item.Data);
        }
        Assert.True((bool)last!["has_ended"]!);
        return last;
    }

    /// <summary>Registers a key and gives its application access, by the API alone; returns the registration's id once the grant is in force.</summary>
    public async Task<string> RegisterAsync(JsonObject? key = null)
    {
        var started = await AskAsync(HttpMethod.Post, "/api/v1/keys", key ?? await OwnKeyAsync());
        Assert.Equal(202, started.Status);
        var registered = await EndOfAsync((string)started.Json["id"]!);
        var id = (string)registered["registration_id"]!;
        var granting = await AskAsync(HttpMethod.Post, $"/api/v1/keys/{id}/grant");
        Assert.Equal(202, granting.Status);
        Assert.Equal("succeeded", (string)(await EndOfAsync((string)granting.Json["id"]!))["state"]!);
        await UntilInForceAsync(id);
        return id;
    }

    /// <summary>Asks until Confluent has tried the key; the sandbox tries within a moment.</summary>
    private Task UntilInForceAsync(string id)
        => Poll.UntilAsync(async () => (string?)(await AskAsync(HttpMethod.Get, $"/api/v1/keys/{id}/grant")).Json["phase"] == "in_force");
}
