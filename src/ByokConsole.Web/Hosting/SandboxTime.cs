namespace ByokConsole.Web.Hosting;

/// <summary>The time that the simulated clouds live in.</summary>
/// <param name="Now">Their present; null while an attached sandbox has not answered yet.</param>
public sealed record SandboxTime(Func<DateTimeOffset?> Now);
