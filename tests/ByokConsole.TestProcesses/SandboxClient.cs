using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.TestProcesses;

/// <summary>The knobs of a sandbox and its clouds, past the console, as any client reaches them.</summary>
public sealed class SandboxClient(SandboxEnvironment environment) : IDisposable
{
    private readonly HttpClient _client = environment.CreateClient();

    public SandboxEnvironment Environment { get; } = environment;

    /// <summary>Of the sandbox that runs on this data folder.</summary>
    public static SandboxClient Of(string dataFolder) => new(SandboxEnvironment.Read(SandboxEnvironment.FileIn(dataFolder)));

    /// <summary>Turns a knob of the control host: <c>POST faults</c>, <c>PATCH vaults/{name}</c>, ….</summary>
    public Task DoAsync(HttpMethod method, string path, JsonNode? body = null) => ControlAsync(method, path, body);

    /// <summary>What the control host lists: <c>clusters</c>, <c>log</c>, ….</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
        => [.. (await ControlAsync(HttpMethod.Get, path, null))!.AsArray().Select(item => item!)];

    /// <summary>The next such request, but for so many, is held: by <c>Slow</c> before it is carried out, by <c>SlowReply</c> after.</summary>
    public Task HoldAsync(string fault, string host, string method, string path, int skip = 0, int milliseconds = 60_000)
        => DoAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = fault, ["host"] = host, ["method"] = method, ["path"] = path, ["skip"] = skip, ["milliseconds"] = milliseconds,
        });

    /// <summary>True once every fault that was ordered has met its request.</summary>
    public async Task<bool> AreFaultsTakenAsync() => (await ListAsync("faults")).Count == 0;

    /// <summary>Moves the clouds' clock ahead.</summary>
    public Task AdvanceAsync(TimeSpan step) => DoAsync(HttpMethod.Post, "clock", new JsonObject { ["advanceSeconds"] = (long)step.TotalSeconds });

    /// <summary>Asks Confluent Cloud with the sandbox's API key.</summary>
    public Task<JsonNode?> ConfluentAsync(HttpMethod method, string path, JsonNode? body = null)
        => AskAsync(method, $"https://api.confluent.cloud{path}", Environment.Basic, body);

    /// <summary>The operator's token for one of Azure's services.</summary>
    /// <param name="audience">Such as <c>https://vault.azure.net</c>.</param>
    public async Task<AuthenticationHeaderValue> TokenAsync(string audience)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = Environment.ClientId, ["client_secret"] = Environment.ClientSecret,
            ["scope"] = $"{audience}/.default",
        });
        using var response = await SendAsync(HttpMethod.Post, new Uri($"https://login.microsoftonline.com/{Environment.TenantId}/oauth2/v2.0/token"), null, form);
        return new("Bearer", (string)(await ReadAsync(response))!["access_token"]!);
    }

    /// <summary>Asks any host, and gives what it answered; nothing where that is empty.</summary>
    /// <exception cref="HttpRequestException">It did not come through, or was refused.</exception>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string address, AuthenticationHeaderValue authorization, JsonNode? body = null)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var response = await SendAsync(method, new Uri(address), authorization, content);
        return await ReadAsync(response);
    }

    /// <summary>Sends it, and gives whatever was answered.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, AuthenticationHeaderValue? authorization, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = authorization;
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private Task<JsonNode?> ControlAsync(HttpMethod method, string path, JsonNode? body)
        => AskAsync(method, $"https://sandbox.byokconsole.test/{path}", new("Bearer", Environment.ControlToken), body);

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException(
                $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri}: {(int)response.StatusCode} {text}", null, response.StatusCode);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
