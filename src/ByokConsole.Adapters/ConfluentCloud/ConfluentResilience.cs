using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The one retry layer towards Confluent Cloud: it repeats reads only, because a POST there is not replay-safe.</summary>
internal static class ConfluentResilience
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Whoever asks for more patience gets it from the caller, not from a request that hangs.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static ResilienceHandler Over(HttpMessageHandler inner, TimeProvider time, int maxRetries)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (maxRetries > 0)
            builder.AddRetry(Retry(time, maxRetries));
        builder.AddTimeout(AttemptTimeout);
        return new ResilienceHandler(builder.Build()) { InnerHandler = inner };
    }

    private static HttpRetryStrategyOptions Retry(TimeProvider time, int maxRetries)
    {
        var options = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = maxRetries,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(2),
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome, time)),
            // Null leaves the wait to the back-off.
            DelayGenerator = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } response ? ConfluentHeaders.Wait(response, time.GetUtcNow()) : null),
        };
        options.DisableForUnsafeHttpMethods();
        return options;
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException e } => !NetworkFailure.NeverArrived(e),
        { Exception: TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } response }
            => ConfluentHeaders.Wait(response, time.GetUtcNow()) is not { } wait || wait <= LongestWait,
        _ => false,
    };
}
