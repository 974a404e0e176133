using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Clusters;

/// <summary>A cluster as Confluent shows it now.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="RunId">Run that is still making it, or null.</param>
public sealed record ClusterDetails(KafkaCluster Cluster, string? RunId);
