using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

/// <summary>Shapes of byok/v1.</summary>
internal static class RegistrationScript
{
    public const string Keys = "https://api.confluent.cloud/byok/v1/keys";
    public const string KeyId = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk";
    public const string VaultId =
        "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";

    public static readonly NewKeyRegistration New = new(
        KeyIdentifier.Parse(KeyId + "/0123456789abcdef0123456789abcdef"), VaultResourceId.Parse(VaultId), CloudPorts.Tenant, "orders");

    public static string Registration(string id, string created = "2026-11-24T09:00:00Z")
        => $$$"""
            {"api_version":"byok/v1","kind":"Key","id":"{{{id}}}","metadata":{"self":"x","created_at":"{{{created}}}"},
             "key":{"kind":"AzureKey","key_id":"{{{KeyId}}}","key_vault_id":"{{{VaultId}}}","tenant_id":"{{{CloudPorts.Tenant}}}",
                    "application_id":"11111111-0000-4000-8000-000000000001"},
             "provider":"Azure","state":"AVAILABLE","validation":{"phase":"VALID","since":"2026-11-24T09:00:00Z","region":"eastus"}}
            """;

    public static string List(string next, params string[] rows)
        => $$$"""{"api_version":"byok/v1","kind":"KeyList","metadata":{"next":"{{{next}}}"},"data":[{{{string.Join(',', rows)}}}]}""";
}
