using System.Collections.Concurrent;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.RequestLog;

/// <summary>The newest requests, in memory: "who unwrapped what, when".</summary>
public sealed class RequestJournal(CloudClock clock)
{
    private const int Kept = 5000;

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();
    private long _sequence;

    /// <summary>What came after that number; everything for one that was never reached: it is of a sandbox that ran before.</summary>
    public IEnumerable<LoggedRequest> After(long sequence)
    {
        var from = sequence > Volatile.Read(ref _sequence) ? 0 : sequence;
        return _requests.Where(request => request.Sequence > from);
    }

    /// <summary>Forgets what was asked; the count goes on, so that whoever reads on from a number misses nothing.</summary>
    public void Clear() => _requests.Clear();

    public Layer Over(Layer inner) => async (call, cancellationToken) =>
    {
        try
        {
            var reply = await inner(call, cancellationToken);
            Keep(call, reply.Drop ? 0 : reply.Status);
            return reply;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Who asked went away before the answer: it was asked all the same.
            Keep(call, 0);
            throw;
        }
    };

    private void Keep(Call call, int status)
    {
        // Whoever watches the sandbox looks every few seconds; those looks would push out what there is to see.
        if (call is { Host: ServedHosts.Control, Method: "GET" })
            return;
        lock (_gate)
        {
            // In the order of the numbers: whoever reads on from a number would miss a lower one that came later.
            _requests.Enqueue(new(
                ++_sequence, clock.GetUtcNow(), call.Host, call.Method, call.Path, status, call.Caller, call.RequestId, call.Fault));
            while (_requests.Count > Kept)
                _requests.TryDequeue(out _);
        }
    }
}
