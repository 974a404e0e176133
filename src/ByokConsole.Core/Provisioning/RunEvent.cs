namespace ByokConsole.Core.Provisioning;

/// <summary>One line of a run's log, append-only.</summary>
/// <param name="Sequence">Counts from 1 within the run.</param>
/// <param name="At">UTC, the console's clock.</param>
/// <param name="Step">Step it belongs to, or null.</param>
/// <param name="IsWarning">True for what a person should notice.</param>
/// <param name="Text">What happened; never a secret.</param>
/// <param name="RequestId">The cloud's request id, or null.</param>
public sealed record RunEvent(int Sequence, DateTimeOffset At, string? Step, bool IsWarning, string Text, string? RequestId);
