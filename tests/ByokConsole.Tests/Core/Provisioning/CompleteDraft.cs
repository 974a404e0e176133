using ByokConsole.Core.Drafts;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>A draft that can be launched as it is; a test changes what it is about.</summary>
internal static class CompleteDraft
{
    public static ClusterDraft Of(string id, DateTimeOffset now) => new ClusterDraft
    {
        Id = id,
        EnvironmentId = Bench.Environment,
        Owner = "local operator",
        CreatedAt = now,
        SavedAt = now,
        ClusterType = ClusterType.Dedicated,
        Cku = 2,
        Region = "eastus",
        DisplayName = "orders-prod",
        Encryption = EncryptionMode.SelfManaged,
        VaultResourceId = Bench.VaultText,
        KeyIdentifier = Bench.KeyText,
        TenantId = Bench.Tenant.ToString(),
        MaterialGenerated = true,
        RegistrationId = Bench.Registration,
        ApplicationId = Bench.Application,
    };
}
