using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Adapters.Webhooks;

/// <summary>
/// Tells one change. A client of its own, which shares nothing with those of the clouds: no proxy, no redirect, no cookie, no retry. Signed as
/// the Standard Webhooks specification says: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public WebhookClient(WebhookOptions options, TimeProvider time)
        : this(options, time, new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = options.AllowPrivateAddresses ? null : PublicAddresses.ConnectAsync,
        })
    {
    }

    /// <summary>For tests: a handler that answers by itself.</summary>
    internal WebhookClient(WebhookOptions options, TimeProvider time, HttpMessageHandler handler)
        => (_options, _time, _client) = (options, time, new HttpClient(handler) { Timeout = Patience });

    /// <summary>Sends it once; null when the other side took it, else why not, in words that hold neither address nor secret.</summary>
    public async Task<string?> TellAsync(HealthChange change, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { type = "key.finding.changed", timestamp = change.SeenAt, data = change }, Json);
        var id = $"change-{change.Id.ToString(CultureInfo.InvariantCulture)}";
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign(_options.Secret, $"{id}.{timestamp}.{body}"));
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous ? null : $"it answered {(int)response.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return $"it cannot be reached ({e.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "it did not answer in time";
        }
    }

    public void Dispose() => _client.Dispose();

    internal static string Sign(string secret, string text)
        => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
