using System.Net;

namespace ByokConsole.Tests.Adapters.AzureCloud;

/// <summary>Recorded shapes of Key Vault, Resource Manager and Graph.</summary>
internal static class VaultScript
{
    public const string VaultHost = "kv-orders-eus.vault.azure.net";
    public const string Vault = $"https://{VaultHost}";
    public const string VaultId =
        "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";
    public const string Arm = "https://management.azure.com";
    public const string KeyVersion = "0123456789abcdef0123456789abcdef";

    // 2048 bits: 256 bytes, the first of them with its highest bit set.
    private static readonly string Modulus = "gA" + new string('A', 340);

    public static string Key(string name = "orders-cmk", string attributes = """{"enabled":true,"created":1790000000,"updated":1790000001,"recoveryLevel":"Recoverable","recoverableDays":90}""")
        => $$"""
            {"key":{"kid":"{{Vault}}/keys/{{name}}/{{KeyVersion}}","kty":"RSA","key_ops":["wrapKey","unwrapKey"],"n":"{{Modulus}}","e":"AQAB"},
             "attributes":{{attributes}}}
            """;

    public static string VaultBody(string properties = "")
        => $$"""
            {"id":"{{VaultId}}","name":"kv-orders-eus","type":"Microsoft.KeyVault/vaults","location":"eastus","tags":{},
             "properties":{"sku":{"family":"A","name":"premium"},"tenantId":"{{CloudPorts.Tenant}}","accessPolicies":[],
              "vaultUri":"{{Vault}}/","provisioningState":"Succeeded"{{properties}} } }
            """;

    public static string Error(string code, string? inner = null, string message = "No.")
        => inner is null
            ? $$"""{"error":{"code":"{{code}}","message":"{{message}}"} }"""
            : $$"""{"error":{"code":"{{code}}","message":"{{message}}","innererror":{"code":"{{inner}}"} } }""";

    /// <summary>A vault of a tenant: challenges whoever comes without a token, and lets the answer through for others.</summary>
    public static ScriptedCloud WithVault(
        this ScriptedCloud cloud,
        Func<SeenRequest, HttpResponseMessage> answer,
        Guid? tenant = null,
        string resource = "https://vault.azure.net",
        HttpMethod? method = null,
        Action? whenChallenged = null)
    {
        return method is not null ? cloud.On(method, Vault, Ask) : cloud.On(HttpMethod.Get, Vault, Ask).On(HttpMethod.Post, Vault, Ask);

        HttpResponseMessage Ask(SeenRequest request)
        {
            if (request.Authorization is not null)
                return answer(request);
            whenChallenged?.Invoke();
            return ScriptedCloud.Answer(
                HttpStatusCode.Unauthorized,
                Error("Unauthorized", message: "AKV10000: Request is missing a Bearer or PoP token."),
                ("WWW-Authenticate", $"""Bearer authorization="https://login.windows.net/{tenant ?? CloudPorts.Tenant}", resource="{resource}" """),
                ("x-ms-keyvault-region", "eastus"));
        }
    }
}
