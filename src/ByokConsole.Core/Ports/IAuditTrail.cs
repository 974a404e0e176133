using ByokConsole.Core.Revocation;

namespace ByokConsole.Core.Ports;

/// <summary>The append-only record of who did what.</summary>
public interface IAuditTrail
{
    /// <summary>Entries about a run (or another subject), oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> OfAsync(string subject, CancellationToken cancellationToken);
}
