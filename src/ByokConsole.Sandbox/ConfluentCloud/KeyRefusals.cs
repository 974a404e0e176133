using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Puts a refusal of Entra or Key Vault into the words of a registration's validation message.</summary>
internal static class KeyRefusals
{
    /// <summary>Also what the seeded world says of a registration that was never granted anything.</summary>
    public const string NoPrincipal = "Access to key denied. The application has no service principal in the tenant: it was never granted access.";
    public const string NoVault = "Access to key denied. There is no vault at this address.";
    public const string NotTheSame = "The key did not give back what it wrapped.";

    public static KeyTrial OfTenant(int status, JsonObject? body) => (status, Code(body)) switch
    {
        (429 or >= 500, _) => new KeyTrial.Unsettled($"The tenant answered {status}."),
        (_, 7000229) => new KeyTrial.Refused(NoPrincipal),
        (_, 90002) => new KeyTrial.Refused("Access to key denied. The tenant does not exist."),
        (_, { } code) => new KeyTrial.Refused($"Access to key denied. The tenant gave no token (AADSTS{code})."),
        _ => new KeyTrial.Unsettled($"The tenant answered {status}, and not as Entra does."),
    };

    public static KeyTrial OfVault(int status, JsonObject? body) => (status, body.Object("error")) switch
    {
        (429 or >= 500, _) => new KeyTrial.Unsettled($"The vault answered {status}."),
        (_, { } error) => new KeyTrial.Refused(Reason(status, error)),
        _ => new KeyTrial.Unsettled($"The vault answered {status}, and not as Key Vault does."),
    };

    /// <summary>The key as it is now works, and a version that a cluster's data depends on does not.</summary>
    public static KeyTrial OfDataKey(KeyTrial.Refused refused, string version, string cluster)
        => new KeyTrial.Refused($"{refused.Reason} This concerns version {version}, which wrapped the data key of cluster {cluster}.");

    private static string Reason(int status, JsonObject error) => (status, error.Object("innererror").Text("code")) switch
    {
        (403, "ForbiddenByRbac") => "Access to key denied. The application has no role that lets it wrap and unwrap.",
        (403, "ForbiddenByPolicy") => "Access to key denied. The vault uses access policies, not Azure RBAC.",
        (403, "ForbiddenByFirewall" or "ForbiddenByConnection") => "Access to key denied. The vault's firewall keeps trusted services out.",
        (403, "KeyDisabled") => "Access to key denied. The key is disabled.",
        (403, "KeyOperationForbidden") => "Access to key denied. The key does not permit wrapKey and unwrapKey.",
        (404, _) => "Key not found in the vault.",
        (401, _) => "Access to key denied. The vault belongs to another tenant.",
        (400, _) => "The key is not an RSA key that can wrap and unwrap.",
        // Key Vault gives no inner code for a key outside its dates: what it says is all there is.
        _ => $"Access to key denied. {FirstLine(error.Text("message"))}".TrimEnd(),
    };

    private static int? Code(JsonObject? body)
        => body?["error_codes"] is JsonArray { Count: > 0 } codes && codes[0] is JsonValue value && value.TryGetValue<int>(out var code) ? code : null;

    private static string? FirstLine(string? message) => message?.Split('\r', '\n')[0];
}
