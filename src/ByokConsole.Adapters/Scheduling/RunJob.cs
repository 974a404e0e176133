using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using Microsoft.Extensions.Logging;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Works one run until it waits, and then makes way: a waiting run holds no worker. The job's name is the run's id.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RunJob(
    RunEngine engine, RunScheduler scheduler, OrganizationGuard organization, TimeProvider time, ILogger<RunJob> logger) : IJob
{
    private const string RecoveryPrefix = "recover_";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var runId = context.JobDetail.Key.Name;
        try
        {
            await organization.WaitAsync(cancellationToken).ConfigureAwait(false);
            var run = await AdvanceAsync(runId, Takeover(context), cancellationToken).ConfigureAwait(false);
            if (run is { State: RunState.Running })
                await scheduler.WakeAtAsync(runId, run.NextLookAt ?? time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            if (run is { HasEnded: true })
                await SweepScheduler.SweepSoonAsync(context.Scheduler, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The console stops. The run has no trigger now; the next start, or a sweep of another console, gives it one.
            Log.Stopped(logger, runId);
        }
    }

    /// <summary>What to note of a job that another scheduler had begun and did not end; null for any other.</summary>
    private static string? Takeover(IJobExecutionContext context)
    {
        if (!context.Recovering)
            return null;
        var (own, name) = (context.Scheduler.SchedulerInstanceId, context.Trigger.Key.Name);
        // The name that the scheduler gives such a trigger is the only place that says whose it was.
        var end = name.LastIndexOf('_');
        return name.StartsWith(RecoveryPrefix, StringComparison.Ordinal) && end > RecoveryPrefix.Length && name[RecoveryPrefix.Length..end] is var gone && gone != own
            ? AnyRun.TakenOver(own, gone, (int)SchedulingRegistration.DeadAfter.TotalSeconds)
            : AnyRun.GoesOnAfterKill;
    }

    private async Task<Run?> AdvanceAsync(string runId, string? takeover, CancellationToken cancellationToken)
    {
        try
        {
            if (takeover is not null)
                await engine.ReportTakeoverAsync(runId, takeover, cancellationToken).ConfigureAwait(false);
            return await engine.AdvanceAsync(runId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Surprised(logger, e, runId);
            return await engine.ReportSurpriseAsync(runId, cancellationToken).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Run {RunId} met something unexpected; it is tried again")]
        public static partial void Surprised(ILogger logger, Exception exception, string runId);

        [LoggerMessage(LogLevel.Information, "Run {RunId} pauses, for the console stops")]
        public static partial void Stopped(ILogger logger, string runId);
    }
}
