namespace ByokConsole.Sandbox.State;

/// <summary>A cmk/v2 cluster. Its phase is derived from its dates, so a kill shifts nothing.</summary>
public sealed record ClusterRecord : IConfluentRecord
{
    public required string Id { get; init; }
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Type { get; init; }
    public required string Region { get; init; }
    public required string Availability { get; init; }
    public int Cku { get; init; }
    public string? NetworkId { get; init; }
    public string? RegistrationId { get; init; }

    /// <summary>The cluster's data key, wrapped by the customer's key; base64url. Null for automatic encryption.</summary>
    public string? WrappedDataKey { get; init; }

    /// <summary>The key version that wrapped it.</summary>
    public string? WrappedBy { get; init; }
    public bool DeletionProtection { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ReadyAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>While a resize runs: the CKUs in effect until <see cref="ResizedAt"/>.</summary>
    public int? CkuBefore { get; init; }

    /// <summary>When the last resize is or was done; null when the cluster was never resized.</summary>
    public DateTimeOffset? ResizedAt { get; init; }
}
