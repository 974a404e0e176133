using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Provisioning;

/// <summary>Writes a new run into the journal, once for each key, and has it worked.</summary>
public sealed class RunStarter(IRunStore store, IRunScheduler scheduler, TimeProvider time)
{
    /// <param name="key">What tells that it was asked for already: the run that carries this key is the answer then.</param>
    /// <param name="draftId">The draft it comes from, or null.</param>
    /// <param name="isNeeded">Tells which of the kind's steps are taken; all when null.</param>
    public async Task<Run> StartAsync(
        RunKind kind,
        string environmentId,
        string subject,
        RunInput input,
        string by,
        string key,
        CancellationToken cancellationToken,
        string? draftId = null,
        Func<string, bool>? isNeeded = null)
    {
        var run = new Run
        {
            Id = RunId.New(),
            Kind = kind,
            Subject = subject,
            EnvironmentId = environmentId,
            DraftId = draftId,
            StartedBy = by,
            CreatedAt = time.GetUtcNow(),
            Input = input,
            Steps = [.. RunPlan.NamesOf(kind).Where(name => isNeeded?.Invoke(name) ?? true).Select(name => new RunStepRecord { Name = name })],
        };
        var added = await store.AddOrGetAsync(run, key, cancellationToken).ConfigureAwait(false);
        await scheduler.WakeAsync(added.Id, cancellationToken).ConfigureAwait(false);
        return added;
    }
}
