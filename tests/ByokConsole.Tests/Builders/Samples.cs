using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Builders;

/// <summary>One ordinary object of each kind; a test changes what it is about.</summary>
public static class Samples
{
    public const string Staging = "env-4mq7d";
    public const string StagingKey = "https://kv-orders-weu.vault.azure.net/keys/staging-cmk";

    public static DateTimeOffset Noon { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static Guid Tenant { get; } = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");

    public static KafkaCluster Cluster { get; } = new()
    {
        Id = "lkc-st4g1n",
        EnvironmentId = Staging,
        DisplayName = "payments-staging",
        Type = "Dedicated",
        Cloud = "AZURE",
        Region = "westeurope",
        AvailabilityText = "SINGLE_ZONE",
        Cku = 1,
        StatusCku = 1,
        Phase = "PROVISIONED",
        KeyRegistrationId = "cck-st4g1",
        BootstrapEndpoint = "SASL_SSL://pkc-1.westeurope.azure.confluent.cloud:9092",
        RestEndpoint = "https://pkc-1.westeurope.azure.confluent.cloud:443",
        CreatedAt = Noon.AddDays(-10),
    };

    public static KeyRegistration Registration { get; } = new()
    {
        Id = "cck-st4g1",
        DisplayName = "staging",
        Key = KeyIdentifier.Parse(StagingKey),
        KeyText = StagingKey,
        Vault = VaultResourceId.Parse(
            "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu"),
        TenantId = Tenant,
        ApplicationId = Guid.Parse("7d1f0b52-36c4-4a7e-93c8-0e52f1c9a2c9"),
        Provider = "Azure",
        State = "IN_USE",
        Validation = new KeyValidation("VALID", Noon.AddDays(-10), null, "westeurope"),
    };

    public static Vault Vault { get; } = new()
    {
        Id = Registration.Vault!,
        Name = "kv-orders-weu",
        Location = "westeurope",
        TenantId = Tenant,
        VaultUri = new Uri("https://kv-orders-weu.vault.azure.net/"),
        RbacEnabled = true,
        PurgeProtection = true,
        RetentionDays = 90,
    };

    public static Run Run { get; } = new()
    {
        Id = "run-2f81",
        Kind = RunKind.CreateCluster,
        Subject = "orders-prod",
        EnvironmentId = Staging,
        DraftId = "d-4c19",
        StartedBy = "local operator",
        CreatedAt = Noon,
        Input = new RunInput
        {
            Cluster = new NewCluster
            {
                EnvironmentId = Staging,
                DisplayName = "orders-prod",
                Region = "westeurope",
                Availability = Availability.MultiZone,
                Cku = 2,
                KeyRegistrationId = "cck-st4g1",
            },
            KeyIdentifier = StagingKey,
            MaterialGenerated = true,
        },
        Steps = [],
    };

    public static CloudFault Unreachable { get; } = new(CloudService.ConfluentCloud, FaultKind.Unreachable, "api.confluent.cloud did not answer.");
}
