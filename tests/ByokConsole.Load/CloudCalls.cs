using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ByokConsole.Load;

/// <summary>A client of the sandbox, by what its <c>sandbox.env</c> says.</summary>
internal sealed class CloudCalls : IDisposable
{
    private const string Key = "https://kv-orders-eus.vault.azure.net/keys/payments-cmk";
    private const string Version = "?api-version=7.6";

    private readonly HttpClient _client;
    private readonly AuthenticationHeaderValue _confluent;
    private AuthenticationHeaderValue? _azure;

    private CloudCalls(IReadOnlyDictionary<string, string> env, int connections)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(env["SSL_CERT_FILE"]);
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(env["HTTPS_PROXY"]),
            MaxConnectionsPerServer = connections,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        });
        _confluent = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{env["CONFLUENT_CLOUD_API_KEY"]}:{env["CONFLUENT_CLOUD_API_SECRET"]}")));
    }

    /// <summary>Signs in, and takes the clouds' limits of calls away.</summary>
    public static async Task<CloudCalls> ConnectAsync(LoadedSandbox sandbox, int connections)
    {
        var env = (await File.ReadAllLinesAsync(sandbox.EnvFile))
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal)).Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        var calls = new CloudCalls(env, connections);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = env["AZURE_CLIENT_ID"], ["client_secret"] = env["AZURE_CLIENT_SECRET"],
            ["scope"] = "https://vault.azure.net/.default",
        });
        var token = await calls.SendAsync(HttpMethod.Post, $"https://login.microsoftonline.com/{env["AZURE_TENANT_ID"]}/oauth2/v2.0/token", null, form);
        calls._azure = new("Bearer", (string)token["access_token"]!);
        using var more = Json(new JsonObject
        {
            ["callsPerMinute"] = 100_000_000, ["keyOperationsIn10Seconds"] = 100_000_000, ["armReadsAtOnce"] = 100_000_000,
        });
        await calls.SendAsync(HttpMethod.Patch, "https://sandbox.byokconsole.test/settings", new("Bearer", env["SANDBOX_CONTROL_TOKEN"]), more);
        return calls;
    }

    public IEnumerable<Operation> Operations(RawRsa raw)
    {
        var plain = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var wrapped = CryptAsync("wrapkey", plain).GetAwaiter().GetResult();
        yield return new("Key Vault: get a key", () => GetAsync($"{Key}{Version}", _azure!));
        yield return new("Key Vault: wrap, RSA-2048", () => CryptAsync("wrapkey", plain), raw.Wrap);
        yield return new("Key Vault: unwrap, RSA-2048", () => CryptAsync("unwrapkey", wrapped), raw.Unwrap, IsJudged: true);
        yield return new("Confluent Cloud: list keys", () => GetAsync("https://api.confluent.cloud/byok/v1/keys", _confluent));
        yield return new("Confluent Cloud: read a key", () => GetAsync("https://api.confluent.cloud/byok/v1/keys/cck-st4g1", _confluent));
        yield return new("Confluent Cloud: list clusters", () => GetAsync("https://api.confluent.cloud/cmk/v2/clusters?environment=env-4mq7d", _confluent));
    }

    public void Dispose() => _client.Dispose();

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private Task<JsonObject> GetAsync(string url, AuthenticationHeaderValue authorization) => SendAsync(HttpMethod.Get, url, authorization, null);

    private async Task<string> CryptAsync(string operation, string value)
    {
        using var body = Json(new JsonObject { ["alg"] = "RSA-OAEP-256", ["value"] = value });
        return (string)(await SendAsync(HttpMethod.Post, $"{Key}/{operation}{Version}", _azure, body))["value"]!;
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string url, AuthenticationHeaderValue? authorization, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = authorization;
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return response.StatusCode is HttpStatusCode.NoContent ? [] : JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
