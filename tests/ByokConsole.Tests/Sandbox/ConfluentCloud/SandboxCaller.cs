using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>Calls a sandbox's hosts through its proxy over TLS, with what its <c>sandbox.env</c> says and nothing else.</summary>
public sealed class SandboxCaller : IDisposable
{
    private readonly Dictionary<string, string> _env;
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _tokens = [];

    public SandboxCaller(string envFile)
    {
        _env = File.ReadLines(envFile).Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1][1..^1].Replace("'\\''", "'", StringComparison.Ordinal));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(_env["SSL_CERT_FILE"]);
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(_env["HTTPS_PROXY"]),
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        });
    }

    public string this[string name] => _env[name];

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
            _tokens[resource] = token = await TokenAsync(resource);
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

    public void Dispose() => _client.Dispose();

    private async Task<string> TokenAsync(string resource)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = this["AZURE_CLIENT_ID"],
            ["client_secret"] = this["AZURE_CLIENT_SECRET"],
            ["scope"] = resource + "/.default",
        });
        var answer = await SendAsync(
            HttpMethod.Post, new Uri($"https://login.microsoftonline.com/{this["AZURE_TENANT_ID"]}/oauth2/v2.0/token"), null, form);
        return answer.Expect(200)["access_token"]!;
    }
}
