using System.Runtime.CompilerServices;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Provisioning;

/// <summary>Starts runs and tells about them. Pages call this only; the work goes on without them.</summary>
public sealed class RunService(IRunStore store, IDraftStore drafts, RunStarter starter, IRunScheduler scheduler, RunFeed feed, TimeProvider time)
{
    /// <summary>Writes are told at once, those of other consoles too; this is for when they are not heard.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Launches the draft: one run however often it is asked, from however many tabs. Once a launch has failed, the draft as read after
    /// that (its <see cref="ClusterDraft.LastLaunchRunId"/> tells) can be launched again.
    /// </summary>
    /// <exception cref="DraftIncompleteException">The draft is not complete.</exception>
    public Task<Run> LaunchClusterAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        var input = RunInputs.ForCluster(draft);
        return StartAsync(
            draft, RunKind.CreateCluster, input, input.Cluster!.DisplayName, $"after {draft.LastLaunchRunId ?? "none"}", cancellationToken);
    }

    /// <summary>Registers the draft's key; the run that did it already, if one did.</summary>
    /// <exception cref="DraftIncompleteException">The key fields are not complete.</exception>
    public Task<Run> RegisterKeyAsync(ClusterDraft draft, CancellationToken cancellationToken)
        => StartAsync(
            draft, RunKind.RegisterKey, RunInputs.ForRegistration(draft), KeyIdentifier.Parse(draft.KeyIdentifier.Trim()).KeyName, null, cancellationToken);

    /// <summary>Grants the registration's application access to the vault.</summary>
    /// <exception cref="DraftIncompleteException">There is no registration yet.</exception>
    public Task<Run> GrantAccessAsync(ClusterDraft draft, CancellationToken cancellationToken)
        => StartAsync(
            draft, RunKind.GrantAccess, RunInputs.ForGrant(draft), VaultResourceId.Parse(draft.VaultResourceId.Trim()).VaultName, null, cancellationToken);

    public Task<Run?> FindAsync(string runId, CancellationToken cancellationToken) => store.FindAsync(runId, cancellationToken);

    /// <summary>The last launch of a draft, ended or not; the draft itself is gone once its cluster runs.</summary>
    public async Task<Run?> FindLaunchAsync(string draftId, CancellationToken cancellationToken)
        => (await store.ListAsync(null, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(run => run.DraftId == draftId && run.Kind is RunKind.CreateCluster);

    /// <summary>Runs, newest first; of one environment, or all when null.</summary>
    public Task<IReadOnlyList<Run>> ListAsync(string? environmentId, CancellationToken cancellationToken)
        => store.ListAsync(environmentId, cancellationToken);

    /// <summary>Lines of a run's log after a sequence number, in order.</summary>
    public Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken)
        => store.EventsAsync(runId, afterSequence, cancellationToken);

    /// <summary>
    /// Answers the run's question, and the run goes on. Only an answer to the very question that stands counts; what has to be typed or ticked
    /// is judged here.
    /// </summary>
    public async Task<AnswerOutcome> AnswerAsync(string runId, PersonAnswer answer, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(runId, cancellationToken).ConfigureAwait(false) is not { HasEnded: false } run)
            return AnswerOutcome.NoLongerAsked;
        var outcome = answer.JudgeFor(run.Question);
        if (outcome is not AnswerOutcome.Accepted)
            return outcome;
        var isTaken = await InterveneAsync(
            runId,
            asked => answer.JudgeFor(asked.Question) is AnswerOutcome.Accepted,
            journal => journal.AnswerAsync(answer, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return isTaken ? AnswerOutcome.Accepted : AnswerOutcome.NoLongerAsked;
    }

    /// <summary>Ends the run if that is still possible; false when it is too late.</summary>
    public Task<bool> CancelAsync(string runId, CancellationToken cancellationToken)
        => InterveneAsync(
            runId, Cancelling.IsPossible, journal => journal.CancelAsync(Cancelling.NoteOf(journal.Run), cancellationToken), cancellationToken);

    /// <summary>The run as it stands, and again at each change, until it ends.</summary>
    public async IAsyncEnumerable<Run> WatchAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var news = feed.Subscribe(runId);
        long seen = -1;
        while (await store.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } run)
        {
            if (run.Revision != seen)
                yield return run;
            if (run.HasEnded)
                yield break;
            seen = run.Revision;
            await news.WaitAsync(LookAnyway, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Run> StartAsync(
        ClusterDraft draft, RunKind kind, RunInput input, string subject, string? attempt, CancellationToken cancellationToken)
    {
        var stored = await drafts.FindAsync(draft.Id, cancellationToken).ConfigureAwait(false);
        var earlier = (await store.ListAsync(draft.EnvironmentId, cancellationToken).ConfigureAwait(false))
            .Where(run => run.DraftId == draft.Id && run.Kind == kind).ToList();
        if (earlier.Find(run => !run.HasEnded || Holds(run, stored)) is { } standing)
            return standing;
        return await starter.StartAsync(
            kind, draft.EnvironmentId, subject, input, draft.Owner, $"{draft.Id}/{kind}/{attempt ?? $"attempt {earlier.Count}"}", cancellationToken, draft.Id)
            .ConfigureAwait(false);
    }

    /// <summary>True when what the run made still stands for the draft, so that asking for it again means that run.</summary>
    private static bool Holds(Run run, ClusterDraft? stored) => run is { State: RunState.Succeeded } && run.Kind switch
    {
        RunKind.CreateCluster => true,
        RunKind.RegisterKey => stored?.RegistrationId == run.Facts.RegistrationId,
        _ => false,
    };

    private async Task<bool> InterveneAsync(
        string runId, Func<Run, bool> isAllowed, Func<RunJournal, Task> intervene, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(runId, cancellationToken).ConfigureAwait(false) is not { } run || !isAllowed(run)
            || await RunJournal.TakeAsync(store, time, runId, cancellationToken).ConfigureAwait(false) is not { } journal)
            return false;
        try
        {
            // The fence is ours now: a worker that has not written its intent yet can no longer act.
            if (!isAllowed(journal.Run))
                return false;
            await intervene(journal).ConfigureAwait(false);
            return true;
        }
        catch (FenceLostException)
        {
            return false;
        }
        finally
        {
            await scheduler.WakeAsync(runId, cancellationToken).ConfigureAwait(false);
        }
    }
}
