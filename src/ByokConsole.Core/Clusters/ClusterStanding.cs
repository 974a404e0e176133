namespace ByokConsole.Core.Clusters;

/// <summary>Where a row of the clusters page stands.</summary>
public enum ClusterStanding
{
    /// <summary>A run has not asked Confluent for it yet.</summary>
    Requested,
    Provisioning,
    Running,
    Failed,
    /// <summary>A phase unknown today; it is shown as Confluent says it.</summary>
    Other,
}
