using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Clock;

/// <summary>
/// The clouds' time: real time plus an offset that only grows and outlives a restart. It governs resources alone; tokens, certificates
/// and rate limits stay on real time.
/// </summary>
public sealed class CloudClock(World world, TimeProvider real) : TimeProvider
{
    /// <summary>The furthest the clock may be moved ahead in all.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromDays(3650);

    public TimeProvider Real { get; } = real;

    public override DateTimeOffset GetUtcNow() => Real.GetUtcNow() + world.Now.ClockOffset;

    /// <summary>Moves the clock ahead; false when the step is not positive or too large.</summary>
    public bool TryAdvance(TimeSpan step)
        => step > TimeSpan.Zero && step <= Limit && world.Write(change =>
        {
            var settings = world.Now;
            if (settings.ClockOffset + step > Limit)
                return false;
            change.Put(world.Settings, settings with { ClockOffset = settings.ClockOffset + step });
            return true;
        });
}
