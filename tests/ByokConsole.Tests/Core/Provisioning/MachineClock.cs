using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The clock of a console's machine, which somebody may put forward or back; what has elapsed it counts right all the same.</summary>
internal sealed class MachineClock(FakeTimeProvider real) : TimeProvider
{
    /// <summary>How far it is off.</summary>
    public TimeSpan Off { get; set; }

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Off;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => real.CreateTimer(callback, state, dueTime, period);
}
