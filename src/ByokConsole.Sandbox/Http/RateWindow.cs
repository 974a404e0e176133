namespace ByokConsole.Sandbox.Http;

/// <summary>Counts what is asked in windows of fixed length, on real time.</summary>
/// <param name="limit">What a window admits; read at each count.</param>
public sealed class RateWindow(TimeProvider real, TimeSpan length, Func<int> limit)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _ends;
    private int _spent;

    /// <summary>
    /// Counts one request of that cost, refused or not: how much is left in this window, below zero when it is too much, and the whole seconds
    /// until the next.
    /// </summary>
    public (int Left, int Reset) Count(int cost = 1)
    {
        lock (_gate)
        {
            var now = real.GetUtcNow();
            if (now >= _ends)
                (_ends, _spent) = (now + length, 0);
            _spent = Math.Min(_spent + cost, limit() + cost);
            return (limit() - _spent, (int)Math.Ceiling((_ends - now).TotalSeconds));
        }
    }
}
