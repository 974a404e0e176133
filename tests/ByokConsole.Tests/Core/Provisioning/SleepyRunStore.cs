using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The real store, whose worker may fall asleep between a write and hearing of it.</summary>
internal sealed class SleepyRunStore(IRunStore runs, Action<Run> onWritten) : IRunStore
{
    public Task<Run> AddOrGetAsync(Run run, string idempotencyKey, CancellationToken cancellationToken)
        => runs.AddOrGetAsync(run, idempotencyKey, cancellationToken);

    public Task<Run?> FindByKeyAsync(string idempotencyKey, CancellationToken cancellationToken) => runs.FindByKeyAsync(idempotencyKey, cancellationToken);

    public Task<Run?> FindAsync(string id, CancellationToken cancellationToken) => runs.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<Run>> ListAsync(string? environmentId, CancellationToken cancellationToken) => runs.ListAsync(environmentId, cancellationToken);

    public Task<Run?> TakeAsync(string id, CancellationToken cancellationToken) => runs.TakeAsync(id, cancellationToken);

    public async Task<bool> TryWriteAsync(Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken)
    {
        var isWritten = await runs.TryWriteAsync(run, newEvents, cancellationToken);
        onWritten(run);
        return isWritten;
    }

    public Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken)
        => runs.EventsAsync(runId, afterSequence, cancellationToken);
}
