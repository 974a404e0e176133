using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Core.Provisioning;

/// <summary>Works runs. It holds nothing between calls: everything it knows is in the journal, so any process may go on.</summary>
public sealed partial class RunEngine(IRunStore store, RunPlan plan, TimeProvider time, ILogger<RunEngine> logger)
{
    private static readonly TimeSpan AfterSurprise = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Takes the run and works its steps until one waits, asks or the run ends. Returns the run as it stands, or null when there is
    /// nothing to do: no such run, it has ended, or another worker took it meanwhile.
    /// </summary>
    public Task<Run?> AdvanceAsync(string runId, CancellationToken cancellationToken)
        => HoldAsync(runId, journal => WorkAsync(journal, cancellationToken), cancellationToken);

    /// <summary>Journals that working the run met something unexpected, and that it is tried again.</summary>
    public Task<Run?> ReportSurpriseAsync(string runId, CancellationToken cancellationToken)
        => HoldAsync(
            runId,
            async journal =>
            {
                if (journal.Run.State is RunState.Running)
                    await journal.RecordAsync(
                        new StepOutcome.Wait(AnyRun.Surprised(runId), AfterSurprise), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Journals that the run is worked here now, because whoever worked it before is gone or stands still.</summary>
    /// <param name="note">Who took it over, from whom and why.</param>
    public Task<Run?> ReportTakeoverAsync(string runId, string note, CancellationToken cancellationToken)
        => HoldAsync(
            runId,
            journal => journal.Run.State is RunState.Running ? journal.NoteAsync(note, cancellationToken) : Task.CompletedTask,
            cancellationToken);

    private async Task<Run?> HoldAsync(string runId, Func<RunJournal, Task> work, CancellationToken cancellationToken)
    {
        if (await RunJournal.TakeAsync(store, time, runId, cancellationToken).ConfigureAwait(false) is not { } journal)
            return null;
        try
        {
            await work(journal).ConfigureAwait(false);
            return journal.Run;
        }
        catch (FenceLostException)
        {
            Log.FenceLost(logger, runId, journal.Run.Fence);
            return null;
        }
    }

    private async Task WorkAsync(RunJournal journal, CancellationToken cancellationToken)
    {
        await journal.StartAsync(cancellationToken).ConfigureAwait(false);
        var context = new RunContext(journal, time);
        while (journal.Run.State is RunState.Running)
        {
            var step = plan.Find(journal.Step.Name);
            var outcome = await step.AdvanceAsync(context, cancellationToken).ConfigureAwait(false);
            // Waiting on for the same is no news: a cluster takes a day, and is asked for every minute.
            var level = outcome is StepOutcome.Wait wait && wait.Reason == journal.Step.Note ? LogLevel.Debug : LogLevel.Information;
            await journal.RecordAsync(outcome, cancellationToken).ConfigureAwait(false);
            if (outcome.RequestId is { } request)
                Log.Stepped(logger, level, journal.Run.Id, step.Name, outcome.GetType().Name, request);
            else
                Log.Stepped(logger, level, journal.Run.Id, step.Name, outcome.GetType().Name);
            if (outcome is StepOutcome.Wait)
                return;
        }
    }

    private static partial class Log
    {
        [LoggerMessage("Run {RunId}: step {Step} came to {Outcome} (request {RequestId})")]
        public static partial void Stepped(ILogger logger, LogLevel level, string runId, string step, string outcome, string requestId);

        [LoggerMessage("Run {RunId}: step {Step} came to {Outcome}")]
        public static partial void Stepped(ILogger logger, LogLevel level, string runId, string step, string outcome);

        [LoggerMessage(LogLevel.Information, "Run {RunId}: fence {Fence} is no longer the newest; this worker stops")]
        public static partial void FenceLost(ILogger logger, string runId, long fence);
    }
}
