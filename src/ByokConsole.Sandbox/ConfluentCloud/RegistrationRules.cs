using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>What a registration is held to; every problem names its field by JSON pointer.</summary>
internal static partial class RegistrationRules
{
    /// <summary>Not published; the sandbox's choice.</summary>
    public const int LongestName = 100;

    public static IReadOnlyList<ConfluentProblem> ForNew(JsonObject body)
    {
        var misfits = BodyShape.Misfits(
            body,
            ("/display_name", JsonValueKind.String),
            ("/key", JsonValueKind.Object),
            ("/key/kind", JsonValueKind.String),
            ("/key/key_id", JsonValueKind.String),
            ("/key/key_vault_id", JsonValueKind.String),
            ("/key/tenant_id", JsonValueKind.String)).ToList();
        if (misfits.Count > 0)
            return misfits;
        var key = body.Object("key");
        return key is null ? [new("key is required.", "/key"), .. Name(body)] : [.. Key(key), .. Name(body)];
    }

    /// <summary>Only the display name can be changed. The key may be sent along, as clients do that send whole objects, when it is the same.</summary>
    public static IReadOnlyList<ConfluentProblem> ForChange(JsonObject body, JsonObject present)
    {
        var misfits = BodyShape.Misfits(body, ("/display_name", JsonValueKind.String), ("/key", JsonValueKind.Object)).ToList();
        if (misfits.Count > 0)
            return misfits;
        var changed = (body.Object("key") ?? []).Where(member => !JsonNode.DeepEquals(member.Value, present[member.Key]));
        return [.. changed.Select(member => new ConfluentProblem($"key.{member.Key} cannot be changed.", $"/key/{member.Key}")), .. Name(body)];
    }

    private static IEnumerable<ConfluentProblem> Name(JsonObject body)
    {
        if (body.Text("display_name")?.Length > LongestName)
            yield return new($"display_name has at most {LongestName} characters.", "/display_name");
    }

    private static IEnumerable<ConfluentProblem> Key(JsonObject key)
    {
        if (key.Text("kind") is not "AzureKey")
            yield return new("kind must be AzureKey: the sandbox serves Azure.", "/key/kind");
        var keyId = KeyId().Match(key.Text("key_id") ?? "");
        var vaultId = VaultId().Match(key.Text("key_vault_id") ?? "");
        // Whether production takes an identifier with a version is not published; the sandbox wants the documented versionless form.
        if (!keyId.Success)
            yield return new("key_id must be a key identifier without a version: https://{vault}.vault.azure.net/keys/{name}.", "/key/key_id");
        if (!vaultId.Success)
            yield return new("key_vault_id must be the resource ID of a key vault.", "/key/key_vault_id");
        else if (keyId.Success && !vaultId.Groups["vault"].Value.Equals(keyId.Groups["vault"].Value, StringComparison.OrdinalIgnoreCase))
            yield return new($"key_vault_id names the vault {vaultId.Groups["vault"].Value}, key_id names {keyId.Groups["vault"].Value}.", "/key/key_vault_id");
        if (!Guid.TryParseExact(key.Text("tenant_id"), "D", out _))
            yield return new("tenant_id must be a GUID.", "/key/tenant_id");
    }

    [GeneratedRegex(@"\Ahttps://(?<vault>[a-z0-9-]{3,24})\.vault\.azure\.net/keys/[a-z0-9-]{1,127}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyId();

    [GeneratedRegex(@"\A/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourceGroups/[^/?#]{1,90}/providers/Microsoft\.KeyVault/vaults/(?<vault>[a-z0-9-]{3,24})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VaultId();
}
