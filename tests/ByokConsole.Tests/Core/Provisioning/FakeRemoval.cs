using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The fake cloud's deletions and connections.</summary>
internal sealed class FakeRemoval(FakeCloud cloud) : IClusterRemoval, IConnectionMetrics
{
    /// <summary>When the cluster of a registration was deleted.</summary>
    public Dictionary<string, DateTimeOffset> DeletedAt { get; } = [];

    /// <summary>Connections at a minute; null for a minute without a point.</summary>
    public Func<DateTimeOffset, double?> Connections { get; set; } = _ => 0;

    public List<ConnectedPrincipal> Principals { get; } = [];

    public CloudFault? MetricsFault { get; set; }

    public int Deletions { get; private set; }

    public Task<Answer<KafkaCluster>> UnprotectAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => cloud.Act("unprotect", () =>
        {
            var index = cloud.Clusters.FindIndex(cluster => cluster.Id == clusterId);
            return cloud.Clusters[index] = cloud.Clusters[index] with { DeletionProtection = false };
        });

    public Task<Answer<bool>> DeleteAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
    {
        Deletions++;
        return cloud.Act("delete cluster", () =>
        {
            var found = cloud.Clusters.Single(cluster => cluster.Id == clusterId && !cluster.DeletionProtection);
            cloud.Clusters.Remove(found);
            if (found.KeyRegistrationId is { } registration)
                DeletedAt[registration] = cloud.Now;
            return true;
        });
    }

    public Task<Answer<IReadOnlyList<MetricPoint>>> ConnectionsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (MetricsFault is not null)
            return Task.FromResult<Answer<IReadOnlyList<MetricPoint>>>(MetricsFault);
        List<MetricPoint> points = [];
        for (var at = from; at < to; at += TimeSpan.FromMinutes(1))
        {
            if (Connections(at) is { } value)
                points.Add(new MetricPoint(at, value));
        }
        return Task.FromResult(new Answer<IReadOnlyList<MetricPoint>>(points) { CloudTime = cloud.Now });
    }

    public Task<Answer<IReadOnlyList<ConnectedPrincipal>>> PrincipalsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
        => Task.FromResult(new Answer<IReadOnlyList<ConnectedPrincipal>>([.. Principals]));
}
