using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Ports;

/// <summary>Which key served which cluster, as seen by this console: Confluent forgets a key's past, the console does not.</summary>
public interface IKeyBindings
{
    /// <summary>Bindings of a key, whatever registration it had, newest first.</summary>
    Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken);

    /// <summary>Records that a cluster is bound; recording it again changes nothing.</summary>
    Task RecordAsync(KeyBinding binding, CancellationToken cancellationToken);

    /// <summary>Records when a bound cluster's deletion was seen (the cloud's clock); the first time counts, an unknown binding is no error.</summary>
    Task CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken);
}
