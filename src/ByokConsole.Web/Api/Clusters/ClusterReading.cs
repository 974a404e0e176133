using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Web.Api.Clusters;

/// <summary>A cluster of an environment, or a run that is still making one.</summary>
public sealed record ClusterReading
{
    /// <summary><c>lkc-…</c>; absent while only the run exists.</summary>
    public string? Id { get; init; }
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Type { get; init; }
    public required string Region { get; init; }
    public Availability? Availability { get; init; }
    public int? Cku { get; init; }

    /// <summary>Confluent's word for its phase; absent while only the run exists.</summary>
    public string? Phase { get; init; }

    /// <summary>Registration of the customer's key that it is bound to; absent with automatic encryption.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>How that key stands as last checked.</summary>
    public KeyStanding? KeyHealth { get; init; }

    /// <summary>Run that is making it and has not ended.</summary>
    public string? RunId { get; init; }
    public string? NetworkId { get; init; }
    public bool? DeletionProtection { get; init; }
    public string? BootstrapEndpoint { get; init; }
    public string? RestEndpoint { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    internal static ClusterReading Of(string environmentId, ClusterRow row) => new()
    {
        Id = row.ClusterId,
        EnvironmentId = environmentId,
        DisplayName = row.Name,
        Type = row.Type,
        Region = row.Region,
        Availability = row.Availability,
        Cku = row.Cku,
        Phase = row.Phase.Length == 0 ? null : row.Phase,
        RegistrationId = row.RegistrationId,
        KeyHealth = row.Health,
        RunId = row.RunId,
    };

    internal static ClusterReading Of(ClusterDetails details) => new()
    {
        Id = details.Cluster.Id,
        EnvironmentId = details.Cluster.EnvironmentId,
        DisplayName = details.Cluster.DisplayName,
        Type = details.Cluster.Type,
        Region = details.Cluster.Region,
        Availability = details.Cluster.Availability,
        Cku = details.Cluster.Cku,
        Phase = details.Cluster.Phase,
        RegistrationId = details.Cluster.KeyRegistrationId,
        KeyHealth = details.Health?.Standing,
        RunId = details.RunId,
        NetworkId = details.Cluster.NetworkId,
        DeletionProtection = details.Cluster.DeletionProtection,
        BootstrapEndpoint = details.Cluster.BootstrapEndpoint,
        RestEndpoint = details.Cluster.RestEndpoint,
        CreatedAt = details.Cluster.CreatedAt,
    };
}
