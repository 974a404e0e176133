using System.Collections.Concurrent;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// Tries each registration's key again and again, and with it the data keys of the clusters bound to it: soon while it is not valid,
/// seldom once it is. <c>since</c> moves when phase or message do. A trial that settles nothing changes nothing: an outage of the vault
/// takes nobody's access away.
/// </summary>
public sealed class ValidationWorker(World world, CloudClock clock, CustomerKey customerKey)
{
    /// <summary>So many trials at once: a burst of registrations waits its turn, and one slow vault does not hold up the rest.</summary>
    private const int Parallel = 4;

    /// <summary>How many times longer a valid registration waits for its next trial.</summary>
    private const int ValidFactor = 5;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Task> _running = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tried = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var turns = new SemaphoreSlim(Parallel);
        using var timer = new PeriodicTimer(Tick, clock.Real);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                StartWhatIsDue(turns, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private void StartWhatIsDue(SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        foreach (var gone in _tried.Keys.Where(id => world.Registrations.Find(id) is null))
            _tried.TryRemove(gone, out _);
        foreach (var registration in world.Registrations.All.Where(IsDue))
            _running[registration.Id] = TakeTurnAsync(registration, turns, cancellationToken);
    }

    private bool IsDue(RegistrationRecord registration)
        => (!_running.TryGetValue(registration.Id, out var running) || running.IsCompleted)
            && (!_tried.TryGetValue(registration.Id, out var at)
                || clock.Real.GetUtcNow() - at >= world.Now.ValidationInterval * (registration.Phase == "VALID" ? ValidFactor : 1));

    private async Task TakeTurnAsync(RegistrationRecord registration, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            Record(registration, await customerKey.TryAsync(registration, [.. ClustersOf(registration.Id)], cancellationToken));
            _tried[registration.Id] = clock.Real.GetUtcNow();
        }
        finally
        {
            turns.Release();
        }
    }

    private void Record(RegistrationRecord tried, KeyTrial trial)
    {
        if (trial is KeyTrial.Unsettled)
            return;
        var granted = trial as KeyTrial.Granted;
        var (phase, message) = granted is null ? ("INVALID", ((KeyTrial.Refused)trial).Reason) : ("VALID", null);
        world.Write(change =>
        {
            // The world may have been started over meanwhile: of the registration that is there now, nothing was tried.
            if (world.Registrations.Find(tried.Id) is not { } now || now.CreatedAt != tried.CreatedAt)
                return;
            if (now.Phase != phase || now.Message != message)
                change.Put(world.Registrations, now with { Phase = phase, Message = message, Since = clock.GetUtcNow(), Region = now.Region ?? granted?.Region });
            if (granted is not null)
                GiveDataKey(change, tried.Id, granted.Key);
        });
    }

    /// <summary>The seeded cluster is older than its key's material; it gets its data key with the first success.</summary>
    private void GiveDataKey(Change change, string registrationId, WrappedKey key)
    {
        foreach (var cluster in ClustersOf(registrationId).Where(one => one.WrappedDataKey is null))
            change.Put(world.Clusters, cluster with { WrappedDataKey = key.Value, WrappedBy = key.KeyVersion });
    }

    private IEnumerable<ClusterRecord> ClustersOf(string registrationId)
        => world.Clusters.All.Where(cluster => cluster.RegistrationId == registrationId && cluster.DeletedAt is null);
}
