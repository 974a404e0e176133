using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Ports;

/// <summary>The operation journal. Every write is durable when the call returns.</summary>
public interface IRunStore
{
    /// <summary>
    /// Adds the run unless a run with the same idempotency key exists; returns the one that is stored
    /// (so that a double click, or a second tab, gets the first run).
    /// </summary>
    Task<Run> AddOrGetAsync(Run run, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>The run that was added with this idempotency key, or null.</summary>
    Task<Run?> FindByKeyAsync(string idempotencyKey, CancellationToken cancellationToken);

    Task<Run?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs, newest first; of one environment, or all when null.</summary>
    Task<IReadOnlyList<Run>> ListAsync(string? environmentId, CancellationToken cancellationToken);

    /// <summary>Takes the run over: counts its fencing token up and returns it, or null when it does not exist or has ended.</summary>
    Task<Run?> TakeAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the run and its new events in one transaction, if <see cref="Run.Fence"/> is still the newest;
    /// false when another worker has taken the run (nothing is written).
    /// </summary>
    Task<bool> TryWriteAsync(Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken);

    /// <summary>Events of a run after a sequence number, in order.</summary>
    Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken);
}
