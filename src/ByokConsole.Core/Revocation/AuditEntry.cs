namespace ByokConsole.Core.Revocation;

/// <summary>Who did what, when.</summary>
/// <param name="Id">Counts up over all subjects.</param>
/// <param name="At">UTC, the console's clock.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Who, string What, string Subject);
