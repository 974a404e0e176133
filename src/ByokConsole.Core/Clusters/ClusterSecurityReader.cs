using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Clusters;

/// <summary>Reads what a cluster is encrypted with: the cluster, its registration, the key's versions.</summary>
public sealed class ClusterSecurityReader(
    IKafkaClusters clusters, IKeyRegistrations registrations, IVaultKeys keys, KeyAttestations attestations, TimeProvider time)
{
    /// <summary>Reads it now. A fault means that the cluster itself could not be read.</summary>
    public async Task<Answer<ClusterSecurityReport>> ReadAsync(
        string environmentId, string clusterId, CancellationToken cancellationToken)
    {
        var cluster = await clusters.GetAsync(environmentId, clusterId, cancellationToken);
        if (!cluster.IsOk)
            return cluster.Fault;
        var report = new ClusterSecurityReport { Cluster = cluster.Value, CloudAhead = Ahead(cluster.CloudTime) };
        if (cluster.Value.KeyRegistrationId is not { } registrationId)
            return report;
        var registration = await registrations.GetAsync(registrationId, cancellationToken);
        return report with
        {
            Registration = registration,
            Versions = await VersionsAsync(cluster.Value, registration, cancellationToken),
            MaterialGenerated = await attestations.WasSaidAsync(environmentId, clusterId, cancellationToken),
        };
    }

    private async Task<Answer<IReadOnlyList<KeyVersion>>?> VersionsAsync(
        KafkaCluster cluster, Answer<KeyRegistration> registration, CancellationToken cancellationToken)
    {
        if (!registration.IsOk || registration.Value.Key is not { } key)
            return null;
        Answer<IReadOnlyList<KeyListItem>> items = await keys.ListVersionsAsync(key.Versionless, cancellationToken);
        return items.Select(list => KeyVersion.Of(list, cluster.CreatedAt));
    }

    private TimeSpan Ahead(DateTimeOffset? cloudTime) => cloudTime is { } cloud ? cloud - time.GetUtcNow() : TimeSpan.Zero;
}
