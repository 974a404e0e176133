using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>
/// Holds the draft of this circuit and saves it as it is typed. Saves never overlap, and one that meets another
/// tab's entries stops until a person has chosen.
/// </summary>
public sealed class DraftSaver(DraftService drafts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Who types without a pause and closes the tab loses no more than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Between two tries while the database takes nothing.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Quiet _quiet = new(time, Pause);
    private DraftEntries _savedEntries = new();
    private string? _savedRegistration;
    private long _unsavedSince;
    private bool _isDue;

    public ClusterDraft? Draft { get; private set; }

    public SaveState State { get; private set; }

    /// <summary>What a person is told: nothing is saved before the database has it.</summary>
    public SaveState Told => State is SaveState.Saved && _gate.CurrentCount == 0 ? SaveState.Unsaved : State;

    /// <summary>Why the database takes nothing now, or null. What was entered is tried again by itself until it does.</summary>
    public DatabaseTrouble? Trouble { get; private set; }

    /// <summary>What the other tab saved, while <see cref="State"/> is <see cref="SaveState.Conflict"/>.</summary>
    public ClusterDraft? Theirs { get; private set; }

    /// <summary>Raised on the circuit whenever the draft or the state of its saving changed.</summary>
    public event Action? Changed;

    public async Task OpenAsync(string draftId, CancellationToken cancellationToken)
    {
        var found = await drafts.FindAsync(draftId, cancellationToken);
        Draft = found;
        if (found is not null)
            Take(found);
    }

    /// <summary>Saves once nothing has been typed for a moment, and while somebody types on and on as well.</summary>
    public async Task SaveSoonAsync(CancellationToken cancellationToken)
    {
        MarkUnsaved();
        if (time.GetElapsedTime(_unsavedSince) >= Longest || await _quiet.ComesAsync())
            await SaveAsync(cancellationToken);
    }

    /// <summary>Saves now, if there is anything to save.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        _quiet.Interrupt();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            while (State is SaveState.Unsaved && Draft is { } draft)
                await SaveOnceAsync(draft, cancellationToken);
            Trouble = null;
        }
        catch (Exception e) when (DatabaseTrouble.Of(e) is { } trouble)
        {
            (State, Trouble) = (SaveState.Unsaved, trouble);
            _ = SaveLaterAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
        Changed?.Invoke();
    }

    public void MarkUnsaved()
    {
        if (State is SaveState.Saved)
            (State, _unsavedSince) = (SaveState.Unsaved, time.GetTimestamp());
        Changed?.Invoke();
    }

    /// <summary>Reads what a run wrote back onto the draft; entries typed meanwhile stay.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (Draft is not { } draft || await drafts.FindAsync(draft.Id, cancellationToken) is not { } stored)
            return;
        Merge(draft, stored);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Writes this tab's entries over the other tab's.</summary>
    public async Task KeepMineAsync(CancellationToken cancellationToken)
    {
        if (Draft is not { } mine || Theirs is not { } theirs)
            return;
        DraftEntries.Of(mine).ApplyTo(theirs);
        Draft = theirs;
        Theirs = null;
        State = SaveState.Unsaved;
        await SaveAsync(cancellationToken);
    }

    /// <summary>Takes the other tab's entries and forgets this tab's.</summary>
    public void TakeTheirs()
    {
        if (Theirs is { } theirs)
            Take(theirs);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _quiet.Dispose();
        _gate.Dispose();
    }

    private async Task SaveLaterAsync(CancellationToken cancellationToken)
    {
        if (_isDue)
            return;
        _isDue = true;
        await Task.Delay(Again, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        _isDue = false;
        if (!cancellationToken.IsCancellationRequested)
            await SaveAsync(cancellationToken);
    }

    private async Task SaveOnceAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        var entries = DraftEntries.Of(draft);
        var registration = draft.RegistrationId;
        State = SaveState.Saved;
        switch (await drafts.SaveAsync(draft, cancellationToken))
        {
            case SaveOutcome.Saved:
                (_savedEntries, _savedRegistration) = (entries, registration);
                break;
            case SaveOutcome.ChangedElsewhere when await drafts.FindAsync(draft.Id, cancellationToken) is { } stored:
                Merge(draft, stored);
                break;
            default:
                State = SaveState.Gone;
                break;
        }
    }

    private void Merge(ClusterDraft mine, ClusterDraft stored)
    {
        var entries = DraftEntries.Of(mine);
        if (DraftEntries.Of(stored) is var theirs && theirs != _savedEntries && theirs != entries)
        {
            (Theirs, State) = (stored, SaveState.Conflict);
            return;
        }
        var storedRegistration = stored.RegistrationId;
        if (mine.RegistrationId != _savedRegistration)
            (stored.RegistrationId, stored.ApplicationId, stored.RegistrationMadeHere) = (mine.RegistrationId, mine.ApplicationId, mine.RegistrationMadeHere);
        entries.ApplyTo(stored);
        stored.Reached = (DraftStep)Math.Max((int)stored.Reached, (int)mine.Reached);
        (_savedEntries, _savedRegistration) = (theirs, storedRegistration);
        Draft = stored;
        State = theirs == entries && stored.RegistrationId == storedRegistration ? SaveState.Saved : SaveState.Unsaved;
    }

    private void Take(ClusterDraft draft)
    {
        Draft = draft;
        Theirs = null;
        (_savedEntries, _savedRegistration) = (DraftEntries.Of(draft), draft.RegistrationId);
        State = SaveState.Saved;
    }
}
