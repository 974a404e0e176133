using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ByokConsole.Soak;

/// <summary>The control host of the sandbox, by what its <c>sandbox.env</c> says.</summary>
internal sealed class SandboxKnobs : IDisposable
{
    private readonly HttpClient _client;
    private readonly AuthenticationHeaderValue _confluent;

    public SandboxKnobs(string envFile)
    {
        var env = File.ReadAllLines(envFile)
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal)).Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(env["SSL_CERT_FILE"]);
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(env["HTTPS_PROXY"]),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        })
        { BaseAddress = new Uri("https://sandbox.byokconsole.test/") };
        _confluent = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{env["CONFLUENT_CLOUD_API_KEY"]}:{env["CONFLUENT_CLOUD_API_SECRET"]}")));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", env["SANDBOX_CONTROL_TOKEN"]);
    }

    public async Task DoAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Deletes something of Confluent Cloud's, as somebody else may; a storm may keep it from it.</summary>
    public async Task TryDeleteAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"https://api.confluent.cloud{path}");
        request.Headers.Authorization = _confluent;
        try
        {
            using var response = await _client.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            // Whoever looks again sees whether it is gone.
        }
    }

    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
        => [.. JsonNode.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsArray().Select(one => one!)];

    public void Dispose() => _client.Dispose();
}
