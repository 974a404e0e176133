namespace ByokConsole.Sandbox.Http;

/// <summary>A bucket of tokens that fills up evenly, on real time. .NET's own limiter knows no clock but the machine's, and no change of its size.</summary>
/// <param name="size">What the full bucket holds; read at each take.</param>
/// <param name="filling">How long an empty one takes to be full.</param>
public sealed class TokenBucket(TimeProvider real, Func<int> size, TimeSpan filling)
{
    private readonly Lock _gate = new();
    private long _seen = real.GetTimestamp();
    private double _held = size();

    /// <summary>Takes a token: how many whole ones are left; below zero when there was none, and the whole seconds until there is one.</summary>
    public (int Left, int Wait) Take()
    {
        lock (_gate)
        {
            var (now, full) = (real.GetTimestamp(), size());
            // A clock that a test sets back takes nothing out of the bucket.
            var passed = now > _seen ? real.GetElapsedTime(_seen, now) : TimeSpan.Zero;
            _held = Math.Min(full, _held + (full * passed / filling));
            _seen = now;
            if (_held < 1)
                return (-1, (int)Math.Ceiling((1 - _held) / full * filling.TotalSeconds));
            _held--;
            return ((int)_held, 0);
        }
    }
}
