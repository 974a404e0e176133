using ByokConsole.Core.Confluent;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>A cluster as it is asked for, and as it is made.</summary>
internal static class Clusters
{
    public static NewCluster Asked(bool isSelfManaged) => new()
    {
        EnvironmentId = Bench.Environment,
        DisplayName = "orders-prod",
        Region = "eastus",
        Availability = Availability.SingleZone,
        Cku = 2,
        KeyRegistrationId = isSelfManaged ? Bench.Registration : null,
    };

    public static KafkaCluster Made(NewCluster asked) => new()
    {
        Id = "lkc-1",
        EnvironmentId = asked.EnvironmentId,
        DisplayName = asked.DisplayName,
        Type = "Dedicated",
        Cloud = "AZURE",
        Region = asked.Region,
        AvailabilityText = "SINGLE_ZONE",
        Cku = asked.Cku,
        Phase = "PROVISIONING",
        NetworkId = asked.NetworkId,
        KeyRegistrationId = asked.KeyRegistrationId,
        CreatedAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
    };
}
