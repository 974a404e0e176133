using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Core.Ports;

/// <summary>The newest report of each key, and every change of a finding. Every write is durable when the call returns.</summary>
public interface IKeyHealthStore
{
    /// <summary>The newest report of every key that was ever checked and is still registered.</summary>
    Task<IReadOnlyList<KeyHealthReport>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The newest report of a key, or null when it was never checked.</summary>
    Task<KeyHealthReport?> FindAsync(string registrationId, CancellationToken cancellationToken);

    /// <summary>Replaces the key's report and adds the changes, in one transaction.</summary>
    Task RecordAsync(KeyHealthReport report, IReadOnlyList<HealthChange> changes, CancellationToken cancellationToken);

    /// <summary>Drops the report of a registration that is gone; its changes stay.</summary>
    Task ForgetAsync(string registrationId, CancellationToken cancellationToken);

    /// <summary>Changes, newest first; of one key, or of all when null.</summary>
    Task<IReadOnlyList<HealthChange>> ChangesAsync(string? registrationId, int take, CancellationToken cancellationToken);
}
