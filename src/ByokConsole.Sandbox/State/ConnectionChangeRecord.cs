namespace ByokConsole.Sandbox.State;

/// <summary>From this time on so many clients were connected.</summary>
public sealed record ConnectionChangeRecord(DateTimeOffset At, int Count);
