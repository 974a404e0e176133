using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>
/// The checks of this circuit's draft. A new question marks every row stale; each answer replaces its row as it
/// arrives, so the list fills in place.
/// </summary>
public sealed class KeyChecks(PreflightRunner runner, TimeProvider time) : IDisposable
{
    private readonly Dictionary<CheckName, CheckResult> _results = [];
    private readonly HashSet<CheckName> _stale = [];
    private CancellationTokenSource? _asking;
    private Task _asked = Task.CompletedTask;

    /// <summary>Raised on the circuit with each answer.</summary>
    public event Action? Changed;

    public KeySubject Subject { get; private set; } = new();

    public IReadOnlyDictionary<CheckName, CheckResult> Results => _results;

    /// <summary>Checks whose shown answer is about to be replaced.</summary>
    public IReadOnlySet<CheckName> Stale => _stale;

    /// <summary>How far the clouds' clock runs ahead of the console's, as last seen.</summary>
    public TimeSpan CloudAhead { get; private set; }

    public IEnumerable<CheckResult> Failing => _results.Values.Where(result => result.State is CheckState.Fail);

    public CheckState StateOf(CheckName check) => _results.TryGetValue(check, out var result) ? result.State : CheckState.NotAsked;

    /// <summary>Asks about this subject, unless it was asked already.</summary>
    public Task AskAsync(KeySubject subject)
        => subject == Subject && _results.Count > 0 ? Task.CompletedTask : AskAgainAsync(subject, quietly: false);

    /// <summary>Asks again; quietly means that rows keep their looks until an answer differs.</summary>
    public Task AskAgainAsync(KeySubject subject, bool quietly) => _asked = AskAllAsync(subject, quietly);

    /// <summary>Waits until the newest question is answered.</summary>
    public async Task SettleAsync()
    {
        Task asked;
        do
            await (asked = _asked);
        while (asked != _asked);
    }

    /// <summary>Forgets the answers, when there is no longer a key to ask about.</summary>
    public void Clear()
    {
        Stop();
        Subject = new();
        _results.Clear();
        _stale.Clear();
    }

    public void Dispose() => Stop();

    private async Task AskAllAsync(KeySubject subject, bool quietly)
    {
        Stop();
        using var asking = _asking = new CancellationTokenSource();
        Subject = subject;
        if (!quietly)
            _stale.UnionWith(PreflightRunner.Order.Select(check => check.Name));
        Changed?.Invoke();
        try
        {
            await foreach (var result in runner.RunAsync(subject, asking.Token))
                Take(result);
            _stale.Clear();
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            return; // a newer question took over
        }
        finally
        {
            if (_asking == asking)
                _asking = null;
        }
        Changed?.Invoke();
    }

    private void Take(CheckResult result)
    {
        _results[result.Check] = result;
        _stale.Remove(result.Check);
        if (result.CloudTime is { } cloudTime)
            CloudAhead = cloudTime - time.GetUtcNow();
        Changed?.Invoke();
    }

    private void Stop() => _asking?.Cancel();
}
