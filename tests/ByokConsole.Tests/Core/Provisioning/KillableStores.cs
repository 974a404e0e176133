using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The real stores, with a moment to die before and after each durable write.</summary>
internal sealed class KillableStores(IRunStore runs, IDraftStore drafts, IKeyBindings bindings, KillSwitch moments) : IRunStore, IDraftStore, IKeyBindings
{
    /// <summary>Called when a run was written, before its worker hears of it.</summary>
    public Action<Run>? OnWrite { get; set; }

    public Task<Run> AddOrGetAsync(Run run, string idempotencyKey, CancellationToken cancellationToken)
        => Write("launch", () => runs.AddOrGetAsync(run, idempotencyKey, cancellationToken));

    Task<Run?> IRunStore.FindByKeyAsync(string idempotencyKey, CancellationToken cancellationToken) => runs.FindByKeyAsync(idempotencyKey, cancellationToken);

    Task<Run?> IRunStore.FindAsync(string id, CancellationToken cancellationToken) => runs.FindAsync(id, cancellationToken);

    Task<IReadOnlyList<Run>> IRunStore.ListAsync(string? environmentId, CancellationToken cancellationToken) => runs.ListAsync(environmentId, cancellationToken);

    public Task<Run?> TakeAsync(string id, CancellationToken cancellationToken) => Write("take", () => runs.TakeAsync(id, cancellationToken));

    public Task<bool> TryWriteAsync(Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken)
        => Write(Describe(run), async () =>
        {
            var isWritten = await runs.TryWriteAsync(run, newEvents, cancellationToken);
            OnWrite?.Invoke(run);
            return isWritten;
        });

    public Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken)
        => runs.EventsAsync(runId, afterSequence, cancellationToken);

    Task<ClusterDraft?> IDraftStore.FindAsync(string id, CancellationToken cancellationToken) => drafts.FindAsync(id, cancellationToken);

    Task<IReadOnlyList<ClusterDraft>> IDraftStore.ListAsync(string environmentId, CancellationToken cancellationToken) => drafts.ListAsync(environmentId, cancellationToken);

    public Task AddAsync(ClusterDraft draft, CancellationToken cancellationToken) => drafts.AddAsync(draft, cancellationToken);

    public Task<bool> TrySaveAsync(ClusterDraft draft, CancellationToken cancellationToken)
        => Write("save draft", () => drafts.TrySaveAsync(draft, cancellationToken));

    public Task DeleteUntouchedAsync(DateTimeOffset before, CancellationToken cancellationToken) => drafts.DeleteUntouchedAsync(before, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken)
        => Write("delete draft", async () =>
        {
            await drafts.DeleteAsync(id, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken) => bindings.OfKeyAsync(key, cancellationToken);

    public Task RecordAsync(KeyBinding binding, CancellationToken cancellationToken)
        => Write("record binding", async () =>
        {
            await bindings.RecordAsync(binding, cancellationToken);
            return true;
        });

    public Task CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken)
        => Write("close binding", async () =>
        {
            await bindings.CloseAsync(registrationId, clusterId, to, cancellationToken);
            return true;
        });

    private async Task<T> Write<T>(string what, Func<Task<T>> write)
    {
        moments.Pass($"before write: {what}");
        var result = await write();
        moments.Pass($"after write: {what}");
        return result;
    }

    private static string Describe(Run run)
        => run.HasEnded ? $"run {run.State}" : $"{run.Steps[RunProgress.Current(run)].Name} {run.Steps[RunProgress.Current(run)].State}"
            + (run.Steps[RunProgress.Current(run)].IntentAt is null ? "" : ", intent written");
}
