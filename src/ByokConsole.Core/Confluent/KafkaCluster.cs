namespace ByokConsole.Core.Confluent;

/// <summary>A cmk/v2 cluster.</summary>
public sealed record KafkaCluster
{
    /// <summary><c>lkc-…</c></summary>
    public required string Id { get; init; }
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }

    /// <summary>"Basic", "Standard", "Dedicated", "Enterprise", "Freight" or a value unknown today.</summary>
    public required string Type { get; init; }

    /// <summary>"AZURE", "AWS", "GCP" as given.</summary>
    public required string Cloud { get; init; }
    public required string Region { get; init; }

    /// <summary>As given: SINGLE_ZONE, MULTI_ZONE, LOW, HIGH or a value unknown today.</summary>
    public string AvailabilityText { get; init; } = "";

    /// <summary>CKUs asked for, or null when the type has none.</summary>
    public int? Cku { get; init; }

    /// <summary>CKUs in effect now, or null.</summary>
    public int? StatusCku { get; init; }

    /// <summary>"PROVISIONING", "PROVISIONED", "FAILED" or a value unknown today.</summary>
    public required string Phase { get; init; }
    public string? NetworkId { get; init; }

    /// <summary>Key registration it is bound to; null means automatic encryption.</summary>
    public string? KeyRegistrationId { get; init; }
    public bool DeletionProtection { get; init; }
    public string? BootstrapEndpoint { get; init; }
    public string? RestEndpoint { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    public bool IsProvisioned => Phase.Equals("PROVISIONED", StringComparison.OrdinalIgnoreCase);
    public bool IsProvisioning => Phase.Equals("PROVISIONING", StringComparison.OrdinalIgnoreCase);
    public bool IsFailed => Phase.Equals("FAILED", StringComparison.OrdinalIgnoreCase);

    /// <summary>Zones, LOW and HIGH read as their older names; null for a value unknown today.</summary>
    public Availability? Availability => AvailabilityText.ToUpperInvariant() switch
    {
        "SINGLE_ZONE" or "LOW" => Confluent.Availability.SingleZone,
        "MULTI_ZONE" or "HIGH" => Confluent.Availability.MultiZone,
        _ => null,
    };
}
