using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Builders;

/// <summary>The journal's contract in memory, fencing included.</summary>
public sealed class InMemoryRunStore : IRunStore
{
    private readonly Dictionary<string, string> _byIdempotencyKey = [];
    private readonly Dictionary<string, Run> _runs = [];
    private readonly Dictionary<string, List<RunEvent>> _events = [];

    /// <summary>Hears of every write, as that of the real store does.</summary>
    public RunFeed Feed { get; } = new();

    /// <summary>Puts a run there as it is.</summary>
    public void Put(Run run, params RunEvent[] events)
    {
        _events[run.Id] = [.. events];
        Write(run);
    }

    public Task<Run> AddOrGetAsync(Run run, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (!_byIdempotencyKey.TryAdd(idempotencyKey, run.Id))
            return Task.FromResult(_runs[_byIdempotencyKey[idempotencyKey]]);
        Put(run);
        return Task.FromResult(run);
    }

    public Task<Run?> FindByKeyAsync(string idempotencyKey, CancellationToken cancellationToken)
        => Task.FromResult(_byIdempotencyKey.TryGetValue(idempotencyKey, out var id) ? _runs[id] : null);

    public Task<Run?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_runs.GetValueOrDefault(id));

    public Task<IReadOnlyList<Run>> ListAsync(string? environmentId, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Run>>(
            [.. _runs.Values.Where(run => environmentId is null || run.EnvironmentId == environmentId).OrderByDescending(run => run.CreatedAt)]);

    public Task<Run?> TakeAsync(string id, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetValue(id, out var run) || run.HasEnded)
            return Task.FromResult<Run?>(null);
        return Task.FromResult<Run?>(Write(run with { Fence = run.Fence + 1 }));
    }

    public Task<bool> TryWriteAsync(Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetValue(run.Id, out var stored) || stored.Fence != run.Fence)
            return Task.FromResult(false);
        _events[run.Id].AddRange(newEvents);
        Write(run);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<RunEvent>>([.. _events.GetValueOrDefault(runId, []).Where(entry => entry.Sequence > afterSequence)]);

    private Run Write(Run run)
    {
        _runs[run.Id] = run with { Revision = (_runs.GetValueOrDefault(run.Id)?.Revision ?? 0) + 1 };
        Feed.Publish(run.Id);
        return _runs[run.Id];
    }
}
