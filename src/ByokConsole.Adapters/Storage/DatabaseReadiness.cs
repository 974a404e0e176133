using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ByokConsole.Adapters.Storage;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseReadiness(IDbContextFactory<ConsoleDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var database = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return await database.Stamps.AnyAsync(cancellationToken).ConfigureAwait(false)
                ? HealthCheckResult.Healthy("It answers.")
                : HealthCheckResult.Unhealthy("It is not brought up to date yet.");
        }
    }
}
