using ByokConsole.Core.Ports;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Builders;

/// <summary>Audit entries as a test sets them up.</summary>
public sealed class InMemoryAuditTrail : IAuditTrail
{
    public List<AuditEntry> Entries { get; } = [];

    public Task<IReadOnlyList<AuditEntry>> OfAsync(string subject, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<AuditEntry>>([.. Entries.Where(entry => entry.Subject == subject)]);
}
