using ByokConsole.Core.Drafts;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>Names in the world that every scenario begins with.</summary>
internal static class Worlds
{
    public const string VaultName = "kv-orders-eus";
    public const string KeyName = "orders-cmk";
    public const string KeyText = $"https://{VaultName}.vault.azure.net/keys/{KeyName}";
    public const string Draft = "d-key";
    public const string AutomaticDraft = "d-automatic";

    /// <summary>Another tab's, which no run has to do with.</summary>
    public const string OtherDraft = "d-other";

    public static string VaultText { get; } =
        $"/subscriptions/{SeededIds.Subscription}/resourceGroups/{SeededIds.Group}/providers/Microsoft.KeyVault/vaults/{VaultName}";

    public static IEnumerable<ClusterDraft> Drafts(DateTimeOffset now) =>
    [
        Of(Draft, EncryptionMode.SelfManaged, now), Of(AutomaticDraft, EncryptionMode.Automatic, now), Of(OtherDraft, EncryptionMode.Automatic, now),
    ];

    private static ClusterDraft Of(string id, EncryptionMode encryption, DateTimeOffset now) => new()
    {
        Id = id,
        EnvironmentId = SeededIds.DefaultEnvironment,
        Owner = DraftService.LocalOperator,
        CreatedAt = now,
        SavedAt = now,
        ClusterType = ClusterType.Dedicated,
        Cku = 1,
        Region = "eastus",
        DisplayName = $"orders-{id}",
        Encryption = encryption,
        VaultResourceId = VaultText,
        KeyIdentifier = KeyText,
        TenantId = SeededIds.Tenant.ToString(),
        MaterialGenerated = true,
    };
}
