using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>A Dedicated cluster on Azure that is to be written down: one that is there, or one that is wanted.</summary>
public sealed record ClusterTarget
{
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public required Availability Availability { get; init; }
    public required int Cku { get; init; }

    /// <summary>Network id, or null for the internet.</summary>
    public string? NetworkId { get; init; }
    public bool DeletionProtection { get; init; }

    /// <summary>Id of the cluster; null while there is none.</summary>
    public string? ClusterId { get; init; }

    /// <summary><c>cck-…</c> of the key that a cluster is bound to. With automatic encryption, and for a cluster that is wanted, null.</summary>
    public string? KeyRegistrationId { get; init; }

    /// <summary>Null with automatic encryption, and until <see cref="ClusterKeyReader"/> has read it.</summary>
    public ClusterKey? Key { get; init; }

    /// <summary>As Confluent's API writes it.</summary>
    internal string Zones => Availability is Availability.MultiZone ? "MULTI_ZONE" : "SINGLE_ZONE";
}
