using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Sends one request to Confluent Cloud, signed in, and turns whatever comes back into an answer.</summary>
internal sealed class ConfluentSender : IDisposable
{
    private const int MaxBodyBytes = 8 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The management APIs.</summary>
    public static readonly Uri Api = new("https://api.confluent.cloud/");

    /// <summary>The metrics API.</summary>
    public static readonly Uri Telemetry = new("https://api.telemetry.confluent.cloud/");

    private readonly HttpClient _client;
    private readonly FaultWriter _faults;
    private readonly CloudLog _log;
    private readonly ConsoleMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public ConfluentSender(
        CloudTransport transport,
        CloudConnection connection,
        FaultWriter faults,
        CloudLog log,
        ConsoleMetrics metrics,
        TimeProvider time,
        ILogger<ConfluentSender> logger,
        Uri host,
        int maxRetries)
    {
        _faults = faults;
        _log = log;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        var credential = Encoding.UTF8.GetBytes($"{connection.ConfluentApiKey}:{connection.ConfluentApiSecret}");
        _client = new(ConfluentResilience.Over(transport.Handler, time, maxRetries), disposeHandler: false)
        {
            BaseAddress = host,
            Timeout = TimeSpan.FromSeconds(60),
            MaxResponseContentBufferSize = MaxBodyBytes,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credential)),
                Accept = { new MediaTypeWithQualityHeaderValue("application/json") },
                UserAgent = { new ProductInfoHeaderValue("ByokConsole", null) },
            },
        };
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends and reads the JSON of a success.</summary>
    public Task<Answer<T>> AskAsync<TWire, T>(CloudAct act, ConfluentRequest request, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => AskAsync(
            act,
            request,
            async content => map(await content.ReadFromJsonAsync<TWire>(Json, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The answer is null.")),
            cancellationToken);

    /// <summary>Sends, and reads a success as told.</summary>
    public async Task<Answer<T>> AskAsync<T>(
        CloudAct act, ConfluentRequest request, Func<HttpContent, Task<T>> read, CancellationToken cancellationToken)
        where T : notnull
    {
        var started = _time.GetTimestamp();
        var answer = await SendAsync(act, request, read, cancellationToken).ConfigureAwait(false);
        _metrics.Called(act.Service, answer.Fault?.Kind, _time.GetElapsedTime(started));
        return answer;
    }

    private async Task<Answer<T>> SendAsync<T>(
        CloudAct act, ConfluentRequest request, Func<HttpContent, Task<T>> read, CancellationToken cancellationToken)
        where T : notnull
    {
        HttpResponseMessage? response = null;
        try
        {
            using var message = new HttpRequestMessage(request.Method, request.Path);
            if (request.Body is not null)
                message.Content = new TimelyContent(JsonSerializer.SerializeToUtf8Bytes(request.Body, Json), _time);
            response = await _client.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return response.StatusCode == request.Success
                ? new Answer<T>(await read(response.Content).ConfigureAwait(false))
                {
                    CloudTime = response.Headers.Date,
                    RequestId = ConfluentHeaders.RequestId(response),
                }
                : Refuse<T>(act, await ConfluentRefusals.FromAsync(act, response, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (Explain(e, response) is { } refusal)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Refuse<T>(act, refusal);
        }
        finally
        {
            response?.Dispose();
        }
    }

    public Answer<T> Refuse<T>(CloudAct act, Refusal refusal)
        where T : notnull
    {
        var fault = _faults.Write(act, refusal);
        _log.Fault(_logger, fault);
        return new(fault) { CloudTime = refusal.CloudTime, RequestId = fault.RequestId };
    }

    private static Refusal? Explain(Exception exception, HttpResponseMessage? response) => exception switch
    {
        HttpRequestException e => new(FaultKind.Unreachable)
        {
            Reason = NetworkFailure.Reason(e),
            NeverArrived = NetworkFailure.NeverArrived(e),
        },
        TimeoutRejectedException or OperationCanceledException => new(FaultKind.Unreachable) { Reason = "gave no answer in time" },
        JsonException or FormatException or NotSupportedException or InvalidOperationException when response is not null
            => new(FaultKind.Malformed)
            {
                Status = (int)response.StatusCode,
                RequestId = ConfluentHeaders.RequestId(response),
                CloudTime = response.Headers.Date,
            },
        _ => null,
    };
}
