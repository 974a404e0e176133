namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>The steps of the sandbox's clock: an hour, a day, the release of a key, the retention of a deleted one.</summary>
public static class ClockSteps
{
    public static IReadOnlyList<ClockStep> All { get; } =
    [
        new("1 hour", TimeSpan.FromHours(1), Asks: false), new("1 day", TimeSpan.FromDays(1), Asks: false),
        new("5 days", TimeSpan.FromDays(5), Asks: true), new("90 days", TimeSpan.FromDays(90), Asks: true),
    ];
}
