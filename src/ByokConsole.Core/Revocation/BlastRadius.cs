namespace ByokConsole.Core.Revocation;

/// <summary>What a deletion will hit, as read before anything was done. Times are UTC, the cloud's clock.</summary>
public sealed record BlastRadius
{
    public required string ClusterId { get; init; }
    public required string ClusterName { get; init; }
    public required string EnvironmentId { get; init; }

    /// <summary>"Dedicated, 2 CKU": type and size as Confluent gives them.</summary>
    public required string Size { get; init; }
    public required string Region { get; init; }
    public string? BootstrapEndpoint { get; init; }
    public string? RestEndpoint { get; init; }
    public bool DeletionProtection { get; init; }

    /// <summary>When the cluster was created, or null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Registration that the cluster carries, or null for Confluent's own key.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Versionless identifier of the vault key, or null.</summary>
    public string? KeyIdentifier { get; init; }

    /// <summary>Clusters with the same vault key, through whatever registration, in every environment that this console sees; without this one.</summary>
    public IReadOnlyList<KeyUser> OtherUsers { get; init; } = [];

    /// <summary>Connections as last published before the lag, or null when unknown. Unknown is not zero.</summary>
    public double? Connections { get; init; }

    /// <summary>Days that Key Vault keeps a deleted key, or null when not told.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>True when nobody can purge earlier; null when not told.</summary>
    public bool? PurgeProtected { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>True when what is hit is the same: what a person agreed to is this.</summary>
    public bool HitsTheSameAs(BlastRadius? other)
        => other is not null && ClusterId == other.ClusterId && ClusterName == other.ClusterName && RegistrationId == other.RegistrationId
            && KeyIdentifier == other.KeyIdentifier && OtherUsers.SequenceEqual(other.OtherUsers);
}
