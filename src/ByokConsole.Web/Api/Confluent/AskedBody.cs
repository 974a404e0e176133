using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>
/// What the body of a POST in Confluent's shape asks for, as a draft that nobody saves. Read leniently: what is no key in Azure, or no cluster
/// that takes one, is Confluent Cloud's to judge, and so is what is not JSON.
/// </summary>
internal static class AskedBody
{
    private const string AzureKey = "AzureKey";

    /// <summary>A key in Azure (byok/v1 <c>CreateByokV1Key</c>), or null.</summary>
    public static ClusterDraft? Key(byte[] body)
    {
        if (Parse(body)?["key"] is not JsonObject key || !AzureKey.Equals(Text(key, "kind"), StringComparison.OrdinalIgnoreCase))
            return null;
        // Nobody can attest anything in this shape; that it is not said is a warning.
        var draft = Drafting.OfKey("", Text(key, "key_id"), Text(key, "key_vault_id"), Text(key, "tenant_id"), materialGenerated: false);
        return draft;
    }

    /// <summary>A Dedicated cluster on Azure, or any with a key (cmk/v2 <c>CreateCmkV2Cluster</c>), and the key's registration; or null.</summary>
    public static (ClusterDraft Draft, string? RegistrationId)? Cluster(byte[] body)
    {
        if (Parse(body)?["spec"] is not JsonObject spec)
            return null;
        var registration = Text(spec["byok"], "id");
        var isDedicated = "Dedicated".Equals(Text(spec["config"], "kind"), StringComparison.OrdinalIgnoreCase);
        if (registration is null && !isDedicated || !"AZURE".Equals(Text(spec, "cloud"), StringComparison.OrdinalIgnoreCase))
            return null;
        var draft = Drafting.OfCluster(
            Text(spec["environment"], "id") ?? "",
            Text(spec, "display_name"),
            Text(spec, "region"),
            Text(spec, "availability")?.ToUpperInvariant() is "MULTI_ZONE" or "HIGH" ? Availability.MultiZone : Availability.SingleZone,
            spec["config"] is JsonObject config && config["cku"] is JsonValue cku ? cku.TryGetValue(out int number) ? number : null : 1,
            Text(spec["network"], "id"));
        draft.ClusterType = isDedicated ? ClusterType.Dedicated : ClusterType.Standard;
        return (draft, registration);
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? parent, string name)
        => parent is JsonObject it && it[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
