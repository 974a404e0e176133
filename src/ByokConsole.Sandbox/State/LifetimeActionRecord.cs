namespace ByokConsole.Sandbox.State;

/// <summary>One action of a rotation policy: Rotate or Notify.</summary>
public sealed record LifetimeActionRecord(string Action, string? TimeAfterCreate, string? TimeBeforeExpiry);
