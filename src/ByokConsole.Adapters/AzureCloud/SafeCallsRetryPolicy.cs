using Azure.Core;
using Azure.Core.Pipeline;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// The one retry layer towards Azure. It repeats reads only: by itself Azure.Core repeats a POST too, on a 500 or a lost reply,
/// and one key creation would make four key versions.
/// </summary>
internal sealed class SafeCallsRetryPolicy(int maxRetries)
    : RetryPolicy(maxRetries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2)))
{
    /// <summary>Whoever asks for more patience gets it from the caller, not from a request that hangs.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception)
        => MayRepeat(message, exception) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception)
        => MayRepeat(message, exception) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    private static bool MayRepeat(HttpMessage message, Exception? exception)
    {
        if (message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head)
            return false;
        if (exception is not null)
            return !NetworkFailure.NeverArrived(exception);
        return !message.HasResponse || AzureHeaders.RetryAfter(message.Response) is not { } wait || wait <= LongestWait;
    }
}
