using ByokConsole.Core.KeyHealth;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>One job and one trigger for the sweep over the keys: each sweep names its next, so that no two ever run at once.</summary>
internal sealed class SweepScheduler(ISchedulerFactory schedulers, KeyHealthOptions options, TimeProvider time) : IHostedService
{
    private const string Name = "key-sweep";

    /// <summary>
    /// A start gives the sweep its trigger; one that a crash or another console left is replaced. While another console sweeps, the new trigger
    /// waits for the end of that, and the sweep names its next in its place.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
        => await ScheduleAsync(await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false), time.GetUtcNow(), cancellationToken).ConfigureAwait(false);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The next sweep, a tenth of the interval earlier or later, so that many consoles do not ask at the same moment.</summary>
    public Task ScheduleNextAsync(IScheduler scheduler, CancellationToken cancellationToken)
        => ScheduleAsync(scheduler, time.GetUtcNow() + (options.Interval * (0.9 + (0.2 * Random.Shared.NextDouble()))), cancellationToken);

    /// <summary>One sweep besides, as soon as none is under way: something has changed that every list shows.</summary>
    public static async Task SweepSoonAsync(IScheduler scheduler, CancellationToken cancellationToken)
        => await scheduler.TriggerJob(new JobKey(Name), cancellationToken).ConfigureAwait(false);

    private static async Task ScheduleAsync(IScheduler scheduler, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<SweepJob>().WithIdentity(Name).StoreDurably().RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Name).ForJob(job).StartAt(at).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
    }
}
