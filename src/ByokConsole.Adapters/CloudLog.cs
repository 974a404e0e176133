using System.Collections.Concurrent;
using ByokConsole.Core.Clouds;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters;

/// <summary>
/// What the adapters write to the log: who refused what and under which request id; never a body or a header. An open page asks the same
/// every few seconds: the same refusal is told once in a while only.
/// </summary>
internal sealed partial class CloudLog(TimeProvider time)
{
    private const int MostKept = 1000;

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _told = new();

    /// <summary>That something is not there is an answer like any other, and what is waited for is looked for often.</summary>
    public void Fault(ILogger logger, CloudFault fault)
    {
        var level = fault.Kind is FaultKind.NotFound || WasTold(fault.Message) ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level))
            return;
        var known = string.Join(", ", Known(fault));
        Faulted(logger, level, fault.Message, known);
    }

    private bool WasTold(string message)
    {
        var now = time.GetUtcNow();
        if (_told.TryGetValue(message, out var told) && now - told < Quiet)
            return true;
        // Messages name what people typed: there is no end to them.
        if (_told.Count >= MostKept)
            _told.Clear();
        _told[message] = now;
        return false;
    }

    /// <summary>What is known of the refusal; nothing is said of the rest.</summary>
    private static IEnumerable<string> Known(CloudFault fault)
    {
        yield return $"{fault.Service}, {fault.Kind}";
        if (fault.Status is { } status)
            yield return $"status {status}";
        if (fault.Code is { } code)
            yield return $"code {code}";
        if (fault.RequestId is { } request)
            yield return $"request {request}";
        if (fault.OutcomeUnknown)
            yield return "outcome unknown";
    }

    [LoggerMessage("{Message} ({Known})")]
    private static partial void Faulted(ILogger logger, LogLevel level, string message, string known);
}
