using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>
/// The wizard of one circuit: the open draft, what is said at its fields, its checks and its access. Steps change the
/// draft only through this class, so that saving, rules and checks always follow.
/// </summary>
public sealed class CreateClusterState : IDisposable
{
    /// <summary>Rules speak this long after the last keystroke.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _circuit = new();
    private readonly Quiet _quiet;
    private readonly RunService _runs;

    public CreateClusterState(
        DraftSaver saver, KeyChecks checks, KeyAccess access, RunService runs, DraftService drafts, KeyMaker maker, TimeProvider time)
    {
        (Saver, Checks, Access, _runs) = (saver, checks, access, runs);
        Key = new DraftKey(this, drafts, maker);
        _quiet = new Quiet(time, Pause);
        Saver.Changed += Raise;
        Checks.Changed += Raise;
        Access.Changed += Raise;
    }

    /// <summary>Raised on the circuit whenever anything shown may have changed.</summary>
    public event Action? Changed;

    public DraftSaver Saver { get; }

    public KeyChecks Checks { get; }

    public KeyAccess Access { get; }

    public DraftKey Key { get; }

    public FieldMessages Messages { get; } = new();

    public bool IsOpen => Saver.Draft is not null;

    public ClusterDraft Draft => Saver.Draft ?? throw new InvalidOperationException("No draft is open.");

    /// <summary>Typed on the review step; asked anew each visit, so it is not part of the draft.</summary>
    public string Acknowledgement { get; private set; } = "";

    public string? MessageFor(DraftField field) => Messages.For(field, Checks.Results);

    /// <summary>Opens the draft, and shows why its last launch was rejected as long as the fields have not changed.</summary>
    public async Task OpenAsync(string draftId, string? rejectedRunId = null)
    {
        Messages.Clear();
        Checks.Clear();
        Acknowledgement = "";
        await Saver.OpenAsync(draftId, _circuit.Token);
        if (!IsOpen)
            return;
        if ((rejectedRunId ?? Draft.LastLaunchRunId) is { } runId && await _runs.FindAsync(runId, _circuit.Token) is { } run)
            Messages.Reject(LastRejection.StillTrue(run, Draft));
        Messages.Refresh(Draft);
        Raise();
    }

    /// <summary>A text changes under the typing fingers: saved soon, judged once they pause.</summary>
    public async Task TypeAsync(DraftField field, Action<ClusterDraft> change)
    {
        Apply(field, change);
        var saving = Saver.SaveSoonAsync(_circuit.Token);
        if (await _quiet.ComesAsync())
            await JudgeAsync(field);
        await saving;
    }

    /// <summary>A choice was made: judged and saved at once.</summary>
    public Task ChooseAsync(DraftField field, Action<ClusterDraft> change)
    {
        Apply(field, change);
        Saver.MarkUnsaved();
        return JudgeNowAsync(field);
    }

    /// <summary>A field was left: judged and saved without waiting for a pause.</summary>
    public Task JudgeNowAsync(DraftField field)
    {
        _quiet.Interrupt();
        return Task.WhenAll(JudgeAsync(field), Saver.SaveAsync(_circuit.Token));
    }

    /// <summary>Text that the browser tab had kept was put back.</summary>
    public async Task RestoredAsync()
    {
        Saver.MarkUnsaved();
        Messages.Refresh(Draft);
        await Task.WhenAll(CheckKeyAsync(), Saver.SaveAsync(_circuit.Token));
    }

    public void Acknowledge(string text)
    {
        Acknowledgement = text;
        Raise();
    }

    /// <summary>Goes on with what another tab saved.</summary>
    public Task TakeTheirsAsync()
    {
        Saver.TakeTheirs();
        Messages.Clear();
        Messages.Refresh(Draft);
        return CheckKeyAsync();
    }

    /// <summary>Shows the findings of a whole step, as when Continue is pressed too early.</summary>
    public void Judge(DraftStep step)
    {
        Messages.Refresh(Draft, [.. DraftRules.Check(Draft, step).Select(problem => problem.Field)]);
        Raise();
    }

    /// <summary>Asks the checks about the draft's key, if it has one of its own.</summary>
    public Task CheckKeyAsync()
    {
        if (Draft.Encryption is EncryptionMode.SelfManaged)
            return Checks.AskAsync(DraftSubject.Of(Draft));
        Checks.Clear();
        return Task.CompletedTask;
    }

    /// <summary>Remembers that a step is complete, and saves before the next one opens.</summary>
    public Task CompleteAsync(DraftStep step)
    {
        if (Draft.Reached <= step && step < DraftStep.Review)
        {
            Draft.Reached = step + 1;
            Saver.MarkUnsaved();
        }
        return Saver.SaveAsync(_circuit.Token);
    }

    /// <summary>Saves and launches; the run is the same one however often this is asked.</summary>
    public async Task<Run?> LaunchAsync()
    {
        await Saver.SaveAsync(_circuit.Token);
        return Saver.State is SaveState.Saved ? await _runs.LaunchClusterAsync(Draft, _circuit.Token) : null;
    }

    public void Dispose()
    {
        Saver.Changed -= Raise;
        Checks.Changed -= Raise;
        Access.Changed -= Raise;
        _circuit.Cancel();
        _circuit.Dispose();
        _quiet.Dispose();
    }

    private void Apply(DraftField field, Action<ClusterDraft> change)
    {
        change(Draft);
        Messages.Forget(field);
    }

    private Task JudgeAsync(DraftField field)
    {
        Messages.Refresh(Draft, field);
        Raise();
        return CheckKeyAsync();
    }

    private void Raise() => Changed?.Invoke();
}
