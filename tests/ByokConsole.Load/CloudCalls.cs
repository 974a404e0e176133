using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.TestProcesses;

namespace ByokConsole.Load;

/// <summary>The requests that are measured.</summary>
internal sealed class CloudCalls
{
    private const string Key = "https://kv-orders-eus.vault.azure.net/keys/payments-cmk";
    private const string Version = "?api-version=7.6";

    private readonly SandboxClient _clouds;
    private readonly AuthenticationHeaderValue _azure;

    private CloudCalls(SandboxClient clouds, AuthenticationHeaderValue azure) => (_clouds, _azure) = (clouds, azure);

    /// <summary>Signs in, and takes the clouds' limits of calls away.</summary>
    public static async Task<CloudCalls> PrepareAsync(SandboxClient clouds)
    {
        const int nearlyEndless = 100_000_000;
        await clouds.DoAsync(HttpMethod.Patch, "settings", new JsonObject
        {
            ["callsPerMinute"] = nearlyEndless, ["keyOperationsIn10Seconds"] = nearlyEndless, ["armReadsAtOnce"] = nearlyEndless,
        });
        return new(clouds, await clouds.TokenAsync("https://vault.azure.net"));
    }

    public IEnumerable<Operation> Operations(RawRsa raw)
    {
        var plain = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var wrapped = CryptAsync("wrapkey", plain).GetAwaiter().GetResult();
        yield return new("Key Vault: get a key", () => _clouds.AskAsync(HttpMethod.Get, $"{Key}{Version}", _azure));
        yield return new("Key Vault: wrap, RSA-2048", () => CryptAsync("wrapkey", plain), raw.Wrap);
        yield return new("Key Vault: unwrap, RSA-2048", () => CryptAsync("unwrapkey", wrapped), raw.Unwrap, IsJudged: true);
        yield return new("Confluent Cloud: list keys", () => _clouds.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys"));
        yield return new("Confluent Cloud: read a key", () => _clouds.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys/cck-st4g1"));
        yield return new("Confluent Cloud: list clusters", () => _clouds.ConfluentAsync(HttpMethod.Get, "/cmk/v2/clusters?environment=env-4mq7d"));
    }

    private async Task<string> CryptAsync(string operation, string value)
        => (string)(await _clouds.AskAsync(
            HttpMethod.Post, $"{Key}/{operation}{Version}", _azure, new JsonObject { ["alg"] = "RSA-OAEP-256", ["value"] = value }))!["value"]!;
}
