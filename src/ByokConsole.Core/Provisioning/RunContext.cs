namespace ByokConsole.Core.Provisioning;

/// <summary>What a step sees of its run, and the one thing it may write: its intent.</summary>
public sealed class RunContext(RunJournal journal, TimeProvider time)
{
    public Run Run => journal.Run;

    /// <summary>The step's own record.</summary>
    public RunStepRecord Step => journal.Step;

    /// <summary>Console's clock, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How long this step has been under way.</summary>
    public TimeSpan Elapsed => Now - (Step.StartedAt ?? Now);

    /// <summary>True when an earlier attempt meant to act, and nobody knows whether it did.</summary>
    public bool HasIntent => Step.IntentAt is not null;

    /// <summary>Writes what the step is about to do; only then may it do it.</summary>
    /// <param name="cloudTime">The cloud's clock in the look just before, or null.</param>
    /// <exception cref="FenceLostException">Another worker has taken the run, or may have.</exception>
    public Task IntendAsync(string note, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
        => journal.IntendAsync(note, cloudTime, afresh: false, cancellationToken);

    /// <summary>The same, when a person has ruled out that an earlier attempt made anything.</summary>
    /// <exception cref="FenceLostException">Another worker has taken the run, or may have.</exception>
    public Task IntendAfreshAsync(string note, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
        => journal.IntendAsync(note, cloudTime, afresh: true, cancellationToken);
}
