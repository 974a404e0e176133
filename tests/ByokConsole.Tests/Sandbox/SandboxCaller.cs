using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Adapters;

namespace ByokConsole.Tests.Sandbox;

/// <summary>Calls a sandbox's hosts through its proxy over TLS, with what its <c>sandbox.env</c> says and nothing else.</summary>
public sealed class SandboxCaller : IDisposable
{
    private readonly Dictionary<string, string?> _env;
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _tokens = [];

    public SandboxCaller(string envFile)
    {
        Assert.True(ShellAssignments.TryParse(File.ReadAllText(envFile), out _env, out var badLine), $"{envFile}, line {badLine}");
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(this["HTTPS_PROXY"]),
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust() },
        });
    }

    public string this[string name] => _env[name]!;

    public string VaultId(string vault) => $"/subscriptions/{this["AZURE_SUBSCRIPTION_ID"]}/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/{vault}";

    /// <summary>What registers a key of one of the seeded vaults.</summary>
    public JsonObject KeyBody(string vault, string key) => new()
    {
        ["key"] = new JsonObject
        {
            ["kind"] = "AzureKey",
            ["key_id"] = $"https://{vault}.vault.azure.net/keys/{key}",
            ["key_vault_id"] = VaultId(vault),
            ["tenant_id"] = this["AZURE_TENANT_ID"],
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

    /// <summary>Trusts the sandbox's certificate authority and no other.</summary>
    public X509ChainPolicy Trust()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(this["SSL_CERT_FILE"]);
        return trust;
    }

    public static Uri Confluent(string path) => new("https://api.confluent.cloud" + path);

    public AuthenticationHeaderValue Basic => BasicOf(this["CONFLUENT_CLOUD_API_KEY"], this["CONFLUENT_CLOUD_API_SECRET"]);

    public static AuthenticationHeaderValue BasicOf(string id, string secret)
        => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));

    /// <summary>Calls Confluent Cloud with the sandbox's API key.</summary>
    public Task<CloudAnswer> ConfluentAsync(HttpMethod method, string path, JsonNode? body = null)
        => SendAsync(method, Confluent(path), Basic, body is null ? null : JsonContent.Create(body));

    /// <summary>Calls one of Azure's hosts as the operator.</summary>
    public async Task<CloudAnswer> AzureAsync(HttpMethod method, string address, JsonNode? body = null)
    {
        var url = new Uri(address);
        var resource = url.Host.EndsWith(".vault.azure.net", StringComparison.Ordinal) ? "https://vault.azure.net" : $"https://{url.Host}";
        if (!_tokens.TryGetValue(resource, out var token))
            _tokens[resource] = token = (await TokenAsync(resource + "/.default")).Expect(200)["access_token"]!;
        return await SendAsync(method, url, new("Bearer", token), body is null ? null : JsonContent.Create(body));
    }

    /// <summary>Turns the sandbox's own knobs.</summary>
    public Task<CloudAnswer> ControlAsync(HttpMethod method, string path, JsonNode? body = null)
        => SendAsync(
            method, new Uri("https://sandbox.byokconsole.test" + path), new("Bearer", this["SANDBOX_CONTROL_TOKEN"]), body is null ? null : JsonContent.Create(body));

    public async Task<CloudAnswer> SendAsync(HttpMethod method, Uri url, AuthenticationHeaderValue? authorization, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = authorization;
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    /// <summary>Asks Entra for a token, by default as the operator.</summary>
    public async Task<CloudAnswer> TokenAsync(
        string scope, string? tenant = null, string? client = null, string? secret = null, string grant = "client_credentials")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = grant,
            ["client_id"] = client ?? this["AZURE_CLIENT_ID"],
            ["client_secret"] = secret ?? this["AZURE_CLIENT_SECRET"],
            ["scope"] = scope,
        });
        return await SendAsync(HttpMethod.Post, new Uri($"https://login.microsoftonline.com/{tenant ?? this["AZURE_TENANT_ID"]}/oauth2/v2.0/token"), null, form);
    }

    public void Dispose() => _client.Dispose();
}
