namespace ByokConsole.Tests.Web.Api;

/// <summary>The machine's clock, moved ahead on command; timers run as ever.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
