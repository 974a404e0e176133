using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Ports;

/// <summary>What takes a cluster away (cmk/v2). Apart from <see cref="IKafkaClusters"/>, so that only a run that deletes can.</summary>
public interface IClusterRemoval
{
    /// <summary>Turns deletion protection off. Idempotent, but never replayed by itself.</summary>
    Task<Answer<KafkaCluster>> UnprotectAsync(string environmentId, string clusterId, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the cluster and all its data. Sent once, never replayed: only its own reply tells that it was this console which deleted it.
    /// True means that Confluent Cloud answered 204; a Conflict fault with code <c>deletion_protection_enabled</c> that it is protected; a
    /// fault with <see cref="CloudFault.OutcomeUnknown"/> that nobody knows.
    /// </summary>
    Task<Answer<bool>> DeleteAsync(string environmentId, string clusterId, CancellationToken cancellationToken);
}
