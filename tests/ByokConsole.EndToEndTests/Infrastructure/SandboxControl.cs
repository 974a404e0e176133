using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>The knobs of a sandbox, and its clouds, reached as any client reaches them: by <c>sandbox.env</c>.</summary>
public sealed class SandboxControl : IDisposable
{
    private const string ResourceManager = "https://management.azure.com";
    private const string AssignmentsVersion = "api-version=2022-04-01";
    private const string ControlHost = "https://sandbox.byokconsole.test/";

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
    public Task DoAsync(HttpMethod method, string path, JsonObject? body)
        => AskAsync(method, ControlHost + path, Control, body is null ? null : JsonContent.Create(body));

    /// <summary>Waits until every fault that was ordered has met its request.</summary>
    public Task FaultsAreTakenAsync() => Poll.UntilAsync(async () => (await AskAsync(HttpMethod.Get, ControlHost + "faults", Control))!.AsArray().Count == 0);

    public Task<IReadOnlyList<JsonNode>> RegistrationsAsync(string keyIdentifier)
        => ListAsync("/byok/v1/keys?page_size=100", item => item["key"]?["key_id"]?.GetValue<string>() == keyIdentifier);

    /// <summary>The clusters of an environment, as Confluent lists them.</summary>
    public Task<IReadOnlyList<JsonNode>> ClustersAsync(string environment) => ListAsync($"/cmk/v2/clusters?environment={environment}&page_size=100", _ => true);

    /// <summary>Ids of the roles that were assigned below a vault, repeated where one was assigned twice.</summary>
    public async Task<IReadOnlyList<string>> AssignedRolesAsync(string vaultResourceId)
        => [.. (await AssignmentsAsync(vaultResourceId)).Select(item => item["properties"]!["roleDefinitionId"]!.GetValue<string>().Split('/')[^1])];

    /// <summary>A person with the right to do so, past the console, takes every assignment of this role at the vault away.</summary>
    public async Task RemoveRoleAsync(string vaultResourceId, string role)
    {
        foreach (var assignment in (await AssignmentsAsync(vaultResourceId)).Where(item => item["properties"]!["roleDefinitionId"]!.GetValue<string>().EndsWith(role, StringComparison.Ordinal)))
            await AzureAsync(HttpMethod.Delete, $"{ResourceManager}{assignment["id"]}?{AssignmentsVersion}", ResourceManager);
    }

    /// <summary>A person with the right to do so, past the console, changes a vault's key: <c>POST {key}/rotate</c>, ….</summary>
    public Task<JsonNode?> DoInVaultAsync(HttpMethod method, string address, JsonObject? body = null)
        => AzureAsync(method, $"{address}?api-version=7.6", "https://vault.azure.net", body);

    public static string NameOf(JsonNode cluster) => cluster["spec"]!["display_name"]!.GetValue<string>();

    /// <summary>Somebody else, past the console, creates a cluster, and maybe with a registration's key.</summary>
    public Task<JsonNode> CreateClusterElsewhereAsync(string environment, string name, string region, string? registration = null)
    {
        var spec = new JsonObject
        {
            ["display_name"] = name, ["availability"] = "SINGLE_ZONE", ["cloud"] = "AZURE", ["region"] = region,
            ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = 1 },
            ["environment"] = new JsonObject { ["id"] = environment },
        };
        if (registration is not null)
            spec["byok"] = new JsonObject { ["id"] = registration };
        return CreateAsync("/cmk/v2/clusters", new JsonObject { ["spec"] = spec });
    }

    /// <summary>Somebody else, past the console, turns a cluster's deletion protection on.</summary>
    public Task ProtectClusterAsync(string environment, string cluster) => AskAsync(
        HttpMethod.Patch, $"https://api.confluent.cloud/cmk/v2/clusters/{cluster}", Confluent, JsonContent.Create(new JsonObject
        {
            ["spec"] = new JsonObject { ["deletion_protection"] = true, ["environment"] = new JsonObject { ["id"] = environment } },
        }));

    public void Dispose() => _client.Dispose();

    private AuthenticationHeaderValue Control => new("Bearer", _variables["SANDBOX_CONTROL_TOKEN"]);

    private AuthenticationHeaderValue Confluent
        => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_variables["CONFLUENT_CLOUD_API_KEY"]}:{_variables["CONFLUENT_CLOUD_API_SECRET"]}")));

    private async Task<JsonNode> CreateAsync(string path, JsonObject body)
        => (await AskAsync(HttpMethod.Post, "https://api.confluent.cloud" + path, Confluent, JsonContent.Create(body)))!;

    private async Task<IReadOnlyList<JsonNode>> AssignmentsAsync(string vaultResourceId)
    {
        var list = await AzureAsync(
            HttpMethod.Get, $"{ResourceManager}{vaultResourceId}/providers/Microsoft.Authorization/roleAssignments?{AssignmentsVersion}", ResourceManager);
        return [.. list!["value"]!.AsArray().Select(item => item!)
            .Where(item => item["properties"]!["scope"]!.GetValue<string>().Equals(vaultResourceId, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<JsonNode?> AzureAsync(HttpMethod method, string address, string audience, JsonObject? body = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = _variables["AZURE_CLIENT_ID"],
            ["client_secret"] = _variables["AZURE_CLIENT_SECRET"],
            ["scope"] = $"{audience}/.default",
        });
        var token = await AskAsync(HttpMethod.Post, $"https://login.microsoftonline.com/{_variables["AZURE_TENANT_ID"]}/oauth2/v2.0/token", null, form);
        return await AskAsync(
            method, address, new("Bearer", token!["access_token"]!.GetValue<string>()), body is null ? null : JsonContent.Create(body));
    }

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string path, Func<JsonNode, bool> isMeant)
        => [.. (await AskAsync(HttpMethod.Get, "https://api.confluent.cloud" + path, Confluent))!["data"]!.AsArray().Select(item => item!).Where(isMeant)];

    private async Task<JsonNode?> AskAsync(HttpMethod method, string address, AuthenticationHeaderValue? authorization, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address)) { Content = content };
        request.Headers.Authorization = authorization;
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{method} {address}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
