using ByokConsole.Core.Ports;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>One Quartz job per run, with one trigger: when its next look is due. Both vanish when the run needs no more.</summary>
internal sealed class RunScheduler(ISchedulerFactory schedulers, TimeProvider time) : IRunScheduler
{
    private const string Group = "runs";

    public Task WakeAsync(string runId, CancellationToken cancellationToken) => WakeAtAsync(runId, time.GetUtcNow(), cancellationToken);

    /// <summary>Makes sure that the run is worked then, and not at another time.</summary>
    public async Task WakeAtAsync(string runId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false);
        var job = JobBuilder.Create<RunJob>().WithIdentity(runId, Group).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(runId, Group).ForJob(job).StartAt(at).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the run a trigger if it has none that will fire; true when it had none. The one by which the scheduler takes over what another console
    /// had begun counts: to replace it would lose whose it was.
    /// </summary>
    public async Task<bool> EnsureAsync(string runId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false);
        foreach (var trigger in await scheduler.GetTriggersOfJob(new JobKey(runId, Group), cancellationToken).ConfigureAwait(false))
        {
            var state = await scheduler.GetTriggerState(trigger.Key, cancellationToken).ConfigureAwait(false);
            if (state is not (TriggerState.None or TriggerState.Complete or TriggerState.Error))
                return false;
        }
        await WakeAsync(runId, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
