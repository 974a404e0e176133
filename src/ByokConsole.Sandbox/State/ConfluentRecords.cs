namespace ByokConsole.Sandbox.State;

/// <summary>Something that Confluent Cloud lists by the date of its creation.</summary>
public interface IConfluentRecord : IRecord
{
    DateTimeOffset CreatedAt { get; }
}

/// <summary>A Confluent environment.</summary>
public sealed record EnvironmentRecord(string Id, string DisplayName, DateTimeOffset CreatedAt) : IConfluentRecord;

/// <summary>A Confluent network.</summary>
public sealed record NetworkRecord(
    string Id, string EnvironmentId, string DisplayName, string Region, string ConnectionType, string Phase, string? Cidr, DateTimeOffset CreatedAt) : IConfluentRecord;

/// <summary>A byok/v1 key.</summary>
public sealed record RegistrationRecord : IConfluentRecord
{
    public required string Id { get; init; }
    public string? DisplayName { get; init; }
    public required string KeyId { get; init; }
    public required string KeyVaultId { get; init; }
    public required Guid TenantId { get; init; }
    public required string ApplicationId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string Phase { get; init; } = "INITIALIZING";
    public string? Message { get; init; }
    public DateTimeOffset Since { get; init; }

    /// <summary>Region of the vault as it answered the first trial that succeeded; kept from then on.</summary>
    public string? Region { get; init; }
}

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
