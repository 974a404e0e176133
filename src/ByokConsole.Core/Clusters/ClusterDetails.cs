using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Core.Clusters;

/// <summary>One cluster.</summary>
/// <param name="RunId">The run that is still making it, or null.</param>
/// <param name="Health">How its key stands as last checked; null when it has none of yours, or it was not checked yet.</param>
public sealed record ClusterDetails(KafkaCluster Cluster, string? RunId, KeyHealthReport? Health);
