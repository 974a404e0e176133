using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning;

/// <summary>A run in the hands of the worker that took it: every change of it is one durable write under that worker's fence.</summary>
public sealed class RunJournal
{
    private readonly IRunStore _store;
    private readonly TimeProvider _time;
    private int _lastEvent;

    private RunJournal(IRunStore store, TimeProvider time, Run run, int lastEvent)
        => (_store, _time, Run, _lastEvent) = (store, time, run, lastEvent);

    /// <summary>The run as last written.</summary>
    public Run Run { get; private set; }

    /// <summary>The step under way.</summary>
    public RunStepRecord Step => Run.Steps[RunProgress.Current(Run)];

    /// <summary>Takes the run over from whoever had it; null when it does not exist or has ended.</summary>
    public static async Task<RunJournal?> TakeAsync(IRunStore store, TimeProvider time, string runId, CancellationToken cancellationToken)
    {
        if (await store.TakeAsync(runId, cancellationToken).ConfigureAwait(false) is not { } run)
            return null;
        var events = await store.EventsAsync(runId, 0, cancellationToken).ConfigureAwait(false);
        return new RunJournal(store, time, run, events.Count > 0 ? events[^1].Sequence : 0);
    }

    /// <summary>Marks the first step as started, if it is not yet.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Run.State is RunState.Running && Step.State is StepState.ToCome)
            await WriteAsync(RunProgress.Start(Run, _time.GetUtcNow()), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what the step is about to do.</summary>
    /// <exception cref="FenceLostException">
    /// Another worker has taken the run, or may have: this one stood still, and an intent that is this old is looked for and not acted on.
    /// </exception>
    public async Task IntendAsync(string note, DateTimeOffset? cloudTime, bool afresh, CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        await WriteAsync(
            RunProgress.Intend(Run, note, cloudTime, afresh, _time.GetUtcNow()), Entry(note, isWarning: false, null), cancellationToken).ConfigureAwait(false);
        // No cloud knows of fences. A worker that was stopped while it wrote must not act when it wakes up: another one may have taken the run,
        // looked for what this one was to make, and made it.
        if (_time.GetElapsedTime(since) > RunPace.ActWithin)
            throw new FenceLostException();
    }

    /// <summary>Writes what the step came to. A wait for the same as before is no news, and adds no line to the log.</summary>
    public Task RecordAsync(StepOutcome outcome, CancellationToken cancellationToken)
    {
        var entry = outcome switch
        {
            StepOutcome.Done done => Entry(done.Note, isWarning: false, outcome.RequestId),
            StepOutcome.NotNeeded skipped => Entry(skipped.Note, isWarning: false, outcome.RequestId),
            StepOutcome.Wait wait when wait.Reason != Step.Note => Entry(wait.Reason, isWarning: false, outcome.RequestId),
            StepOutcome.Ask ask => Entry(ask.Question.Text, isWarning: true, outcome.RequestId),
            StepOutcome.Fail { Rejection: var rejection } => Entry(rejection.Reason, isWarning: true, rejection.RequestId ?? outcome.RequestId),
            _ => null,
        };
        return WriteAsync(RunProgress.After(Run, outcome, _time.GetUtcNow()), entry, cancellationToken);
    }

    /// <summary>Adds a line to the log, and changes nothing else.</summary>
    public Task NoteAsync(string note, CancellationToken cancellationToken) => WriteAsync(Run, Entry(note, isWarning: false, null), cancellationToken);

    /// <summary>Writes the person's answer, which its question admits.</summary>
    public Task AnswerAsync(PersonAnswer answer, CancellationToken cancellationToken)
    {
        var choice = Run.Question!.Choices.First(choice => choice.Id == answer.Choice);
        var ticked = choice.Options.Where(option => answer.Has(option.Id)).Select(option => $" [x] {option.Label}");
        var said = $"{choice.Label}{string.Concat(ticked)}{(string.IsNullOrWhiteSpace(answer.Text) ? "" : $": “{answer.Text.Trim()}”")}";
        var deed = new Deed(Step.Name, Deeds.Answered(said), answer.By, _time.GetUtcNow(), null, null);
        return WriteAsync(
            RunProgress.Answered(Run, answer, deed), Entry($"Answered by {answer.By}: {said}", isWarning: false, null), cancellationToken);
    }

    /// <summary>Ends the run, as a person wants.</summary>
    /// <param name="note">What there is and what there is not.</param>
    public Task CancelAsync(string note, CancellationToken cancellationToken)
        => WriteAsync(RunProgress.Cancelled(Run, note, _time.GetUtcNow()), Entry(note, isWarning: false, null), cancellationToken);

    private RunEvent Entry(string text, bool isWarning, string? requestId)
        => new(_lastEvent + 1, _time.GetUtcNow(), Step.Name, isWarning, text, requestId);

    private async Task WriteAsync(Run next, RunEvent? entry, CancellationToken cancellationToken)
    {
        if (!await _store.TryWriteAsync(next, entry is null ? [] : [entry], cancellationToken).ConfigureAwait(false))
            throw new FenceLostException();
        Run = next;
        _lastEvent = entry?.Sequence ?? _lastEvent;
    }
}
