using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Resilience.Twin;

/// <summary>The clouds' clock, moved by hand; a new run sets it back, and the timers of the run before are forgotten.</summary>
internal sealed class TwinTime : TimeProvider
{
    private FakeTimeProvider _now = new();

    public override long TimestampFrequency => _now.TimestampFrequency;

    public void Set(DateTimeOffset now)
        // Time passes a little with each look at it, so that what happens later has a later date.
        => _now = new FakeTimeProvider(now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public void Advance(TimeSpan step) => _now.Advance(step);

    public override DateTimeOffset GetUtcNow() => _now.GetUtcNow();

    public override long GetTimestamp() => _now.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => _now.CreateTimer(callback, state, dueTime, period);
}
