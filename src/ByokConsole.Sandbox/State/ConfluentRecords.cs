namespace ByokConsole.Sandbox.State;

/// <summary>A Confluent environment.</summary>
public sealed record EnvironmentRecord(string Id, string DisplayName, DateTimeOffset CreatedAt) : IRecord;

/// <summary>A Confluent network.</summary>
public sealed record NetworkRecord(
    string Id, string EnvironmentId, string DisplayName, string Region, string ConnectionType, string Phase, string? Cidr, DateTimeOffset CreatedAt) : IRecord;

/// <summary>A byok/v1 key.</summary>
public sealed record RegistrationRecord : IRecord
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

    /// <summary>Region of the key, known from the first success on.</summary>
    public string? Region { get; init; }
}

/// <summary>A cmk/v2 cluster. Its phase is derived from its dates, so a kill shifts nothing.</summary>
public sealed record ClusterRecord : IRecord
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
}
