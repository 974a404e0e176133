using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Whether runs and sweeps are woken.</summary>
internal sealed class ScheduleReadiness(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => (await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false)).Status is SchedulerStatus.Running
            ? HealthCheckResult.Healthy("It runs.")
            : HealthCheckResult.Unhealthy("It does not run: no run goes on, and no key is checked.");
}
