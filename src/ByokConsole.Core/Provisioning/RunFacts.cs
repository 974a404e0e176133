using ByokConsole.Core.Revocation;

namespace ByokConsole.Core.Provisioning;

/// <summary>What a run has learnt so far; written with the step that learnt it.</summary>
public sealed record RunFacts
{
    public string? RegistrationId { get; init; }
    public Guid? ApplicationId { get; init; }
    public Guid? PrincipalId { get; init; }
    public string? ClusterId { get; init; }

    /// <summary>The cluster's phase as last read, or null.</summary>
    public string? ClusterPhase { get; init; }

    /// <summary>True when the cluster was found not to carry the key: a loud alarm until signed off.</summary>
    public bool KeyMismatch { get; init; }

    /// <summary>When a person signed the alarm off, or null while it stands.</summary>
    public DateTimeOffset? MismatchSignedOffAt { get; init; }

    /// <summary>Clusters that look like the run's own and that no run made: its request may have arrived twice. An alarm for as long as they are there.</summary>
    public IReadOnlyList<string> SecondClusters { get; init; } = [];

    /// <summary>Those of them that a person wants to keep: no alarm.</summary>
    public IReadOnlyList<string> WantedClusters { get; init; } = [];

    /// <summary>For runs that delete a cluster; else null.</summary>
    public RemovalFacts? Removal { get; init; }

    /// <summary>What was decided and done, oldest first; each becomes an audit entry with the write that adds it.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } = [];
}
