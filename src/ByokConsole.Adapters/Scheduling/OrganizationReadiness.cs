using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Whether Confluent Cloud has told whose API key it is, before which no run is worked.</summary>
internal sealed class OrganizationReadiness(OrganizationGuard guard) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(guard.IsKnown
            ? HealthCheckResult.Healthy("Confluent Cloud knows the API key, and the database is of its organization.")
            : HealthCheckResult.Unhealthy("Confluent Cloud has not told the organization of the API key yet; the log says why."));
}
