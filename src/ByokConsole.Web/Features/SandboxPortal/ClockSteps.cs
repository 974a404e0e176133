namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>How far the sandbox's clock is moved at once: an hour, a day, the release of a key, the retention of a deleted one.</summary>
public static class ClockSteps
{
    public static IReadOnlyList<(string Word, TimeSpan By)> All { get; } =
    [
        ("1 hour", TimeSpan.FromHours(1)), ("1 day", TimeSpan.FromDays(1)), ("5 days", TimeSpan.FromDays(5)),
        ("90 days", TimeSpan.FromDays(90)),
    ];
}
