using ByokConsole.Core.Ports;
using ByokConsole.Core.Revocation;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>Audit entries in the console's database.</summary>
internal sealed class AuditTrail(IDbContextFactory<ConsoleDbContext> contexts) : IAuditTrail
{
    public async Task<IReadOnlyList<AuditEntry>> OfAsync(string subject, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.AuditEntries.AsNoTracking()
                .Where(row => row.Subject == subject)
                .OrderBy(row => row.Id)
                .Select(row => new AuditEntry(row.Id, row.At, row.Who, row.What, row.Subject))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
