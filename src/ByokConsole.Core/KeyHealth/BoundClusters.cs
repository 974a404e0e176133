using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.KeyHealth;

/// <summary>Which cluster each registration serves, over every environment that the console's credential can see.</summary>
/// <param name="ByRegistration">Clusters by the registration they name.</param>
/// <param name="Fault">Why some environment could not be read, or null when all were: only then does "no cluster" mean none.</param>
public sealed record BoundClusters(IReadOnlyDictionary<string, KafkaCluster> ByRegistration, CloudFault? Fault)
{
    /// <summary>Reads all environments now, a few at a time.</summary>
    public static async Task<BoundClusters> ReadAsync(IKafkaClusters clusters, CancellationToken cancellationToken)
    {
        var environments = await clusters.ListEnvironmentsAsync(cancellationToken).ConfigureAwait(false);
        if (!environments.IsOk)
            return new BoundClusters(new Dictionary<string, KafkaCluster>(), environments.Fault);
        Dictionary<string, KafkaCluster> found = [];
        CloudFault? fault = null;
        foreach (var environment in environments.Value)
        {
            var listed = await clusters.ListAsync(environment.Id, cancellationToken).ConfigureAwait(false);
            fault ??= listed.Fault;
            foreach (var cluster in listed.IsOk ? listed.Value : [])
            {
                if (cluster.KeyRegistrationId is { } registration)
                    found[registration] = cluster;
            }
        }
        return new BoundClusters(found, fault);
    }
}
