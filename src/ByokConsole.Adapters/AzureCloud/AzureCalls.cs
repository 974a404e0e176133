using System.Text.Json;
using Azure;
using Azure.Identity;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The one place where what Azure's clients return or throw becomes an <see cref="Answer{T}"/>.</summary>
internal sealed class AzureCalls(FaultWriter faults, CloudLog log, ConsoleMetrics metrics, TimeProvider time, ILogger<AzureCalls> logger)
{
    /// <summary>Asks, and answers with the value, the cloud's time and its request id, or with a fault.</summary>
    public async Task<Answer<T>> AskAsync<T>(CloudAct act, Func<Task<Response<T>>> ask, CancellationToken cancellationToken)
        where T : notnull
    {
        var started = time.GetTimestamp();
        try
        {
            var response = await ask().ConfigureAwait(false);
            metrics.Called(act.Service, null, time.GetElapsedTime(started));
            var raw = response.GetRawResponse();
            return new Answer<T>(response.Value) { CloudTime = raw.Headers.Date, RequestId = AzureHeaders.RequestId(raw) };
        }
        catch (Exception e) when (Explain(e) is var (service, refusal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fault = faults.Write(act with { Service = service ?? act.Service }, refusal);
            metrics.Called(fault.Service, fault.Kind, time.GetElapsedTime(started));
            log.Fault(logger, fault);
            return new Answer<T>(fault) { CloudTime = refusal.CloudTime, RequestId = refusal.RequestId };
        }
    }

    private static (CloudService? Service, Refusal Refusal)? Explain(Exception exception) => exception switch
    {
        CallRefusedException e => (null, new(FaultKind.Refused) { Reason = e.Message }),
        AuthenticationFailedException e => (CloudService.Entra, AzureRefusals.From(e)),
        RequestFailedException e when e.GetRawResponse() is { } response => (null, AzureRefusals.From(response)),
        RequestFailedException e => (null, AzureRefusals.Unreachable(e)),
        // Azure.Core's own time limit; the caller's is let through.
        OperationCanceledException => (null, new(FaultKind.Unreachable) { Reason = "gave no answer in time" }),
        // One failure per attempt; the last is as good as any.
        AggregateException { InnerExceptions: [.., var last] } => Explain(last),
        JsonException or FormatException => (null, new(FaultKind.Malformed)),
        _ => null,
    };
}
