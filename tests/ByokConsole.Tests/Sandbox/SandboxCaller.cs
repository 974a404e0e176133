using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Sandbox;

/// <summary>Calls a sandbox's hosts, and gives every answer as it came, refusals too.</summary>
public sealed class SandboxCaller(string envFile) : IDisposable
{
    private readonly SandboxClient _client = new(SandboxEnvironment.Read(envFile));
    private readonly Dictionary<string, AuthenticationHeaderValue> _tokens = [];

    public SandboxEnvironment Environment => _client.Environment;

    public string VaultId(string vault) => $"/subscriptions/{Environment.SubscriptionId}/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/{vault}";

    /// <summary>What registers a key of one of the seeded vaults.</summary>
    public JsonObject KeyBody(string vault, string key) => new()
    {
        ["key"] = new JsonObject
        {
            ["kind"] = "AzureKey",
            ["key_id"] = $"https://{vault}.vault.azure.net/keys/{key}",
            ["key_vault_id"] = VaultId(vault),
            ["tenant_id"] = Environment.TenantId,
        },
    };

    /// <summary>What assigns a built-in role; without a type of principal when that is null.</summary>
    public static JsonObject RoleBody(string role, string principal, string? type = "ServicePrincipal") => new()
    {
        ["properties"] = new JsonObject
        {
            ["roleDefinitionId"] = $"/providers/Microsoft.Authorization/roleDefinitions/{role}",
            ["principalId"] = principal,
            ["principalType"] = type,
        },
    };

    public static Uri Confluent(string path) => new("https://api.confluent.cloud" + path);

    /// <summary>Calls Confluent Cloud with the sandbox's API key.</summary>
    public Task<CloudAnswer> ConfluentAsync(HttpMethod method, string path, JsonNode? body = null)
        => SendAsync(method, Confluent(path), Environment.Basic, body is null ? null : JsonContent.Create(body));

    /// <summary>Calls one of Azure's hosts as the operator.</summary>
    public async Task<CloudAnswer> AzureAsync(HttpMethod method, string address, JsonNode? body = null)
    {
        var url = new Uri(address);
        var audience = url.Host.EndsWith(".vault.azure.net", StringComparison.Ordinal) ? "https://vault.azure.net" : $"https://{url.Host}";
        if (!_tokens.TryGetValue(audience, out var token))
            _tokens[audience] = token = await _client.TokenAsync(audience);
        return await SendAsync(method, url, token, body is null ? null : JsonContent.Create(body));
    }

    /// <summary>Turns the sandbox's own knobs.</summary>
    public Task<CloudAnswer> ControlAsync(HttpMethod method, string path, JsonNode? body = null)
        => SendAsync(
            method, new Uri("https://sandbox.byokconsole.test" + path), new("Bearer", Environment.ControlToken), body is null ? null : JsonContent.Create(body));

    /// <summary>What the sandbox's own side lists.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
        => [.. JsonNode.Parse((await ControlAsync(HttpMethod.Get, path)).Expect(200).Text)!.AsArray().Select(item => item!)];

    public async Task<CloudAnswer> SendAsync(HttpMethod method, Uri url, AuthenticationHeaderValue? authorization, HttpContent? content)
    {
        var response = await _client.SendAsync(method, url, authorization, content);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    /// <summary>Asks Entra for a token, by default as the operator.</summary>
    public async Task<CloudAnswer> TokenAsync(
        string scope, string? tenant = null, string? client = null, string? secret = null, string grant = "client_credentials")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = grant,
            ["client_id"] = client ?? Environment.ClientId,
            ["client_secret"] = secret ?? Environment.ClientSecret,
            ["scope"] = scope,
        });
        return await SendAsync(HttpMethod.Post, new Uri($"https://login.microsoftonline.com/{tenant ?? Environment.TenantId}/oauth2/v2.0/token"), null, form);
    }

    public void Dispose() => _client.Dispose();
}
