using ByokConsole.Adapters.Storage;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Has the scheduler make its tables when no other console does so: it does not ask whether somebody else is at it.</summary>
internal sealed class ScheduleTables(ISchedulerFactory schedulers, StartLock start) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
        => start.AloneAsync(async stopping => await schedulers.GetScheduler(stopping).ConfigureAwait(false), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
