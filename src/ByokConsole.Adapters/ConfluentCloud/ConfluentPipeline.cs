using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;
using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The one way to Confluent Cloud: sign-in, retries, paging, and every refusal as a fault.</summary>
internal sealed class ConfluentPipeline : IDisposable
{
    /// <summary>The largest page that every list admits.</summary>
    private const int PageSize = 100;

    /// <summary>A list that does not end is an error, not a loop.</summary>
    private const int MaxPages = 200;

    private const int MaxBodyBytes = 8 * 1024 * 1024;

    private static readonly Uri BaseAddress = new("https://api.confluent.cloud/");

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient _client;
    private readonly FaultWriter _faults;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public ConfluentPipeline(
        CloudTransport transport,
        CloudConnection connection,
        FaultWriter faults,
        TimeProvider time,
        ILogger<ConfluentPipeline> logger,
        int maxRetries)
    {
        _faults = faults;
        _time = time;
        _logger = logger;
        var credential = Encoding.UTF8.GetBytes($"{connection.ConfluentApiKey}:{connection.ConfluentApiSecret}");
        _client = new(ConfluentResilience.Over(transport.Handler, time, maxRetries), disposeHandler: false)
        {
            BaseAddress = BaseAddress,
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

    /// <summary>One object. An id that can be none is answered here: in a path it could mean something else ("..").</summary>
    public Task<Answer<T>> GetAsync<TWire, T>(
        CloudAct act, string path, string id, string query, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => ObjectId.IsPlausible(id)
            ? SendAsync(act, HttpMethod.Get, $"{path}/{id}{query}", null, HttpStatusCode.OK, map, cancellationToken)
            : Task.FromResult(Fault<T>(act, new(FaultKind.NotFound)));

    public Task<Answer<T>> PostAsync<TWire, T>(
        CloudAct act, string path, object body, HttpStatusCode success, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => SendAsync(act, HttpMethod.Post, path, body, success, map, cancellationToken);

    public Task<Answer<bool>> DeleteAsync(CloudAct act, string path, string id, CancellationToken cancellationToken)
        => ObjectId.IsPlausible(id)
            ? AskAsync(act, HttpMethod.Delete, $"{path}/{id}", null, HttpStatusCode.NoContent, _ => Task.FromResult(true), cancellationToken)
            : Task.FromResult(Fault<bool>(act, new(FaultKind.NotFound)));

    /// <summary>All rows of a list, every page followed.</summary>
    /// <param name="path">Path with its filters, ending in "?" or "&amp;".</param>
    public async Task<Answer<IReadOnlyList<T>>> ListAsync<TWire, T>(
        CloudAct act, string path, Func<TWire, T> map, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        var token = "";
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await SendAsync<WireList<TWire>, ListPage<T>>(
                act,
                HttpMethod.Get,
                $"{path}page_size={PageSize}{token}",
                null,
                HttpStatusCode.OK,
                wire => ListPage<T>.Read(wire, map),
                cancellationToken).ConfigureAwait(false);
            if (!answer.IsOk)
                return answer.Select<IReadOnlyList<T>>(_ => rows);
            rows.AddRange(answer.Value.Rows);
            if (answer.Value.NextToken is not { } next)
                return answer.Select<IReadOnlyList<T>>(_ => rows);
            // Only the token is taken from the link: wherever it points, the next request stays on this host and keeps its filters.
            token = "&page_token=" + Uri.EscapeDataString(next);
        }

        return Fault<IReadOnlyList<T>>(act, new(FaultKind.Malformed) { Reason = "gave a list that does not end" });
    }

    private Task<Answer<T>> SendAsync<TWire, T>(
        CloudAct act, HttpMethod method, string path, object? body, HttpStatusCode success, Func<TWire, T> map, CancellationToken cancellationToken)
        where T : notnull
        => AskAsync(
            act,
            method,
            path,
            body,
            success,
            async content => map(await content.ReadFromJsonAsync<TWire>(Json, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The answer is null.")),
            cancellationToken);

    private async Task<Answer<T>> AskAsync<T>(
        CloudAct act,
        HttpMethod method,
        string path,
        object? body,
        HttpStatusCode success,
        Func<HttpContent, Task<T>> read,
        CancellationToken cancellationToken)
        where T : notnull
    {
        HttpResponseMessage? response = null;
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: Json) };
            response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.StatusCode == success
                ? new Answer<T>(await read(response.Content).ConfigureAwait(false))
                {
                    CloudTime = response.Headers.Date,
                    RequestId = ConfluentHeaders.RequestId(response),
                }
                : Fault<T>(act, await ConfluentRefusals.FromAsync(act, response, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Explain(e, response) is { } refusal)
        {
            return Fault<T>(act, refusal);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private Answer<T> Fault<T>(CloudAct act, Refusal refusal)
        where T : notnull
    {
        var fault = _faults.Write(act, refusal);
        CloudLog.Fault(_logger, fault);
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
