using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ByokConsole.Adapters;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>The knobs of the sandbox whose file this is.</summary>
internal sealed class SandboxControl : IDisposable
{
    private readonly HttpClient _client;

    public SandboxControl(string environmentFile)
    {
        var connection = SandboxEnvironmentFile.Read(environmentFile).Connection!;
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(connection.CertificateAuthorityFile!);
        _client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(connection.Proxy),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
        });
        var token = File.ReadLines(environmentFile).Single(line => line.Contains("SANDBOX_CONTROL_TOKEN", StringComparison.Ordinal)).Split('\'')[1];
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task SetAsync(JsonObject settings) => SendAsync(HttpMethod.Patch, "settings", settings);

    public Task OrderFaultAsync(string name, string method, string path)
        => SendAsync(HttpMethod.Post, "faults", new JsonObject { ["name"] = name, ["method"] = method, ["path"] = path });

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, new Uri("https://sandbox.byokconsole.test/" + path)) { Content = JsonContent.Create(body) };
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
