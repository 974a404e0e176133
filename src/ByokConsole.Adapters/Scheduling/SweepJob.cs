using ByokConsole.Core.Clusters;
using ByokConsole.Core.KeyHealth;
using Microsoft.Extensions.Logging;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>One sweep over the keys in use, and a look for second clusters; whatever it meets, the next one is due an interval later.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(
    KeySweep sweep, SecondClusterWatch seconds, SweepScheduler scheduler, OrganizationGuard organization, ILogger<SweepJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await TryAsync(seconds.LookAsync, cancellationToken).ConfigureAwait(false);
        await TryAsync(SweepAsync, cancellationToken).ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested)
            await NameNextAsync(context.Scheduler, cancellationToken).ConfigureAwait(false);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var checkedKeys = await sweep.SweepAsync(cancellationToken).ConfigureAwait(false);
        Log.Swept(logger, checkedKeys);
    }

    /// <summary>What one of the two meets does not keep the other from its work.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await organization.WaitAsync(cancellationToken).ConfigureAwait(false);
            await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e);
        }
    }

    /// <summary>A console that stops meanwhile leaves it to its next start.</summary>
    private async Task NameNextAsync(IScheduler own, CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.ScheduleNextAsync(own, cancellationToken).ConfigureAwait(false);
        }
        catch (SchedulerException) when (own.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown)
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Checked the keys in use: {Keys}")]
        public static partial void Swept(ILogger logger, int keys);

        [LoggerMessage(LogLevel.Error, "The sweep over the keys failed; the next one is due")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
