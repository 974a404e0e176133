using System.Collections.Concurrent;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.RequestLog;

/// <summary>The newest requests, in memory: "who unwrapped what, when".</summary>
public sealed class RequestJournal(CloudClock clock)
{
    private const int Kept = 5000;

    private readonly ConcurrentQueue<LoggedRequest> _requests = new();
    private long _sequence;

    public IEnumerable<LoggedRequest> After(long sequence) => _requests.Where(request => request.Sequence > sequence);

    /// <summary>Forgets what was asked; the count goes on, so that whoever reads on from a number misses nothing.</summary>
    public void Clear() => _requests.Clear();

    public Layer Over(Layer inner) => async (call, cancellationToken) =>
    {
        var reply = await inner(call, cancellationToken);
        _requests.Enqueue(new(
            Interlocked.Increment(ref _sequence), clock.GetUtcNow(), call.Host, call.Method, call.Path, reply.Drop ? 0 : reply.Status, call.Caller, call.RequestId));
        while (_requests.Count > Kept)
            _requests.TryDequeue(out _);
        return reply;
    };
}
