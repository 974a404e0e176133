using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>A cluster that may be the one that was asked for, and in what it differs from it.</summary>
public sealed record ClusterCandidate(KafkaCluster Cluster, IReadOnlyList<string> Differences)
{
    /// <summary>True when nothing speaks against it.</summary>
    public bool IsTheOne => Differences.Count == 0;

    /// <summary>
    /// The clusters that a POST of unknown outcome may have made: whatever carries the key (a key serves one active cluster), and
    /// whatever bears the name and was created since. An older cluster of the same name is somebody else's.
    /// </summary>
    public static IReadOnlyList<ClusterCandidate> Find(IEnumerable<KafkaCluster> clusters, NewCluster asked, DateTimeOffset intendedAt)
        => [.. clusters
            .Where(cluster => CarriesTheKey(cluster, asked) || (cluster.DisplayName == asked.DisplayName && !IsOlder(cluster, intendedAt)))
            .Select(cluster => new ClusterCandidate(cluster, [.. DifferencesOf(cluster, asked, intendedAt)]))];

    private static bool CarriesTheKey(KafkaCluster cluster, NewCluster asked)
        => asked.KeyRegistrationId is not null && cluster.KeyRegistrationId == asked.KeyRegistrationId;

    private static bool IsOlder(KafkaCluster cluster, DateTimeOffset intendedAt) => cluster.CreatedAt < intendedAt;

    private static IEnumerable<string> DifferencesOf(KafkaCluster cluster, NewCluster asked, DateTimeOffset intendedAt)
    {
        if (cluster.DisplayName != asked.DisplayName)
            yield return $"its name is {cluster.DisplayName}";
        if (cluster.EnvironmentId != asked.EnvironmentId)
            yield return $"it is in environment {cluster.EnvironmentId}";
        if (!AzureRegion.Same(cluster.Region, asked.Region) || !cluster.Cloud.Equals("AZURE", StringComparison.OrdinalIgnoreCase))
            yield return $"it is in {cluster.Cloud} {cluster.Region}";
        if (!cluster.Type.Equals("Dedicated", StringComparison.OrdinalIgnoreCase))
            yield return $"its type is {cluster.Type}";
        if (cluster.Cku != asked.Cku)
            yield return $"its size is {cluster.Cku?.ToString() ?? "unknown"} CKU, not {asked.Cku}";
        if (cluster.Availability != asked.Availability)
            yield return $"its availability is {cluster.AvailabilityText}";
        if (asked.NetworkId is not null && cluster.NetworkId != asked.NetworkId)
            yield return $"its network is {cluster.NetworkId ?? "the internet"}";
        if (cluster.KeyRegistrationId != asked.KeyRegistrationId)
            yield return cluster.KeyRegistrationId is { } key ? $"it carries key {key}" : "it carries no key of yours";
        if (cluster.CreatedAt is null)
            yield return "it does not say when it was created";
        else if (IsOlder(cluster, intendedAt))
            yield return "it was created before this run asked for one";
    }
}
