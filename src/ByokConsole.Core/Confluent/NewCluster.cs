namespace ByokConsole.Core.Confluent;

/// <summary>What a new Dedicated cluster on Azure needs.</summary>
public sealed record NewCluster
{
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public required Availability Availability { get; init; }

    /// <summary>Confluent units for Kafka: at least 1 in a single zone, 2 in several.</summary>
    public required int Cku { get; init; }

    /// <summary>Network id, or null for the internet.</summary>
    public string? NetworkId { get; init; }

    /// <summary>Key registration id, or null for automatic encryption.</summary>
    public string? KeyRegistrationId { get; init; }
}
