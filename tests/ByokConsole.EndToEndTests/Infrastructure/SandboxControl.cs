using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>The knobs of a console's sandbox, and its Confluent API, reached as any client reaches them: by <c>sandbox.env</c>.</summary>
public sealed class SandboxControl : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _variables;

    public SandboxControl(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "sandbox");
        _variables = File.ReadLines(Path.Combine(folder, "sandbox.env"))
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim('\''));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(_variables["SSL_CERT_FILE"]);
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(_variables["HTTPS_PROXY"]),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        });
    }

    /// <summary>Every secret that the sandbox gave out.</summary>
    public IEnumerable<string> Secrets
        => [_variables["AZURE_CLIENT_SECRET"], _variables["CONFLUENT_CLOUD_API_SECRET"], _variables["SANDBOX_CONTROL_TOKEN"]];

    /// <summary>Changes something of the sandbox: <c>POST faults</c>, <c>PATCH vaults/{name}</c>, ….</summary>
    public async Task DoAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("https://sandbox.byokconsole.test/" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _variables["SANDBOX_CONTROL_TOKEN"]);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Names of the clusters of an environment, as Confluent lists them.</summary>
    public async Task<IReadOnlyList<string>> ClusterNamesAsync(string environment)
    {
        using var response = await CallConfluentAsync(HttpMethod.Get, $"cmk/v2/clusters?environment={environment}&page_size=100", null);
        var list = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return [.. list!["data"]!.AsArray().Select(cluster => cluster!["spec"]!["display_name"]!.GetValue<string>())];
    }

    /// <summary>Somebody else, past the console, creates a cluster with a registration's key.</summary>
    public async Task CreateClusterElsewhereAsync(string environment, string name, string region, string registration)
    {
        using var response = await CallConfluentAsync(HttpMethod.Post, "cmk/v2/clusters", new JsonObject
        {
            ["spec"] = new JsonObject
            {
                ["display_name"] = name,
                ["availability"] = "SINGLE_ZONE",
                ["cloud"] = "AZURE",
                ["region"] = region,
                ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = 1 },
                ["environment"] = new JsonObject { ["id"] = environment },
                ["byok"] = new JsonObject { ["id"] = registration },
            },
        });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> CallConfluentAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"https://api.confluent.cloud/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($"{_variables["CONFLUENT_CLOUD_API_KEY"]}:{_variables["CONFLUENT_CLOUD_API_SECRET"]}")));
        request.Content = body is null ? null : JsonContent.Create(body);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
