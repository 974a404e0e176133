using System.Globalization;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Counts calls in windows of a minute, on real time.</summary>
/// <param name="limit">Calls in a window; read at each.</param>
public sealed class RateWindow(TimeProvider real, Func<int> limit)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _ends;
    private int _calls;

    /// <summary>Counts one call: how many are left in this window, below zero when it is one too many, and the whole seconds until the next.</summary>
    public (int Left, int Reset) Count()
    {
        lock (_gate)
        {
            var now = real.GetUtcNow();
            if (now >= _ends)
                (_ends, _calls) = (now + Length, 0);
            _calls = Math.Min(_calls + 1, limit() + 1);
            return (limit() - _calls, (int)Math.Ceiling((_ends - now).TotalSeconds));
        }
    }

    /// <summary>The headers of an answer that counts. Reset is relative, in seconds.</summary>
    public Reply Mark(Reply reply, (int Left, int Reset) count) => reply
        .With("X-RateLimit-Limit", Text(limit()))
        .With("X-RateLimit-Remaining", Text(Math.Max(0, count.Left)))
        .With("X-RateLimit-Reset", Text(count.Reset));

    public Reply TooMany((int Left, int Reset) count)
        => Mark(ConfluentErrors.Of(429, "rate_limit_exceeded", $"More than {limit()} requests in a minute."), count).With("Retry-After", Text(count.Reset));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
