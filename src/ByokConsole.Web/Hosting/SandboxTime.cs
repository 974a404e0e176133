namespace ByokConsole.Web.Hosting;

/// <summary>The time that the simulated clouds live in. Not there where the sandbox is not the console's own.</summary>
public sealed record SandboxTime(TimeProvider Clock);
