using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>Registers the draft's key and grants access to it. Both are durable runs: this only starts and follows them.</summary>
public sealed class KeyAccess(RunService runs, DraftSaver saver) : IDisposable
{
    private readonly CancellationTokenSource _circuit = new();
    private string? _followed;

    /// <summary>Raised on the circuit with each change of the run.</summary>
    public event Action? Changed;

    /// <summary>The run that registers or grants, or the last one that ended here.</summary>
    public Run? Run { get; private set; }

    public bool IsBusy { get; private set; }

    public bool IsRegistering => IsBusy && Run is null or { Kind: RunKind.RegisterKey, HasEnded: false };

    public bool IsGranting => Run is { Kind: RunKind.GrantAccess, HasEnded: false };

    /// <summary>Why the last run failed, until another one starts.</summary>
    public Rejection? Rejection => Run is { State: RunState.Failed } ? Run.Rejection : null;

    public Task RegisterAsync() => StartAsync(runs.RegisterKeyAsync);

    public Task GrantAsync() => StartAsync(runs.GrantAccessAsync);

    /// <summary>Follows a run that an earlier visit, or another tab, started.</summary>
    public async Task ResumeAsync()
    {
        if (saver.Draft?.ActiveRunId is { } id
            && id != _followed
            && await runs.FindAsync(id, _circuit.Token) is { Kind: RunKind.RegisterKey or RunKind.GrantAccess } run)
            await FollowAsync(run);
    }

    /// <summary>Forgets what ended, when the key fields change.</summary>
    public void Forget()
    {
        if (!IsBusy)
            Run = null;
    }

    public void Dispose()
    {
        _circuit.Cancel();
        _circuit.Dispose();
    }

    private async Task StartAsync(Func<ClusterDraft, CancellationToken, Task<Run>> start)
    {
        if (IsBusy)
            return;
        IsBusy = true;
        Run = null;
        Changed?.Invoke();
        try
        {
            await saver.SaveAsync(_circuit.Token);
            if (saver is { State: SaveState.Saved, Draft: { } draft })
                await FollowAsync(await start(draft, _circuit.Token));
        }
        finally
        {
            IsBusy = false;
            Changed?.Invoke();
        }
    }

    private async Task FollowAsync(Run started)
    {
        (_followed, Run, IsBusy) = (started.Id, started, true);
        Changed?.Invoke();
        try
        {
            await foreach (var run in runs.WatchAsync(started.Id, _circuit.Token))
            {
                Run = run;
                Changed?.Invoke();
                if (run.HasEnded)
                    break;
            }
            await saver.RefreshAsync(_circuit.Token);
        }
        catch (OperationCanceledException) when (_circuit.IsCancellationRequested)
        {
            // The circuit has ended; the run goes on without anyone watching.
        }
        finally
        {
            IsBusy = false;
        }
        Changed?.Invoke();
    }
}
