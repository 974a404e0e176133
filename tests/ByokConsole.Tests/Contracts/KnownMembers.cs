using System.Text.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Contracts;

/// <summary>
/// Finds members that no schema names. The published schemas put one object together from several parts, so JSON Schema's own
/// <c>additionalProperties</c> cannot tell: each part would refuse what another names.
/// </summary>
/// <param name="definitions">What a <c>$ref</c> leads to.</param>
/// <param name="root">Schema of the body.</param>
internal sealed class KnownMembers(JsonObject definitions, JsonObject root)
{
    private const string Prefix = "#/$defs/";

    public IEnumerable<string> UnknownIn(JsonElement body) => UnknownIn(body, [root], "");

    private IEnumerable<string> UnknownIn(JsonElement value, IReadOnlyList<JsonObject> schemas, string at)
    {
        List<JsonObject> parts = [.. schemas.SelectMany(Parts)];
        return value.ValueKind switch
        {
            JsonValueKind.Object => InObject(value, parts, at),
            JsonValueKind.Array => value.EnumerateArray().Index()
                .SelectMany(item => UnknownIn(item.Item, [.. parts.Select(part => part["items"]).OfType<JsonObject>()], $"{at}/{item.Index}")),
            _ => [],
        };
    }

    private IEnumerable<string> InObject(JsonElement value, List<JsonObject> parts, string at)
    {
        // Nothing is said of its members: whatever it holds is right.
        if (!parts.Any(part => part.ContainsKey("properties") || part.ContainsKey("additionalProperties")))
            yield break;
        foreach (var member in value.EnumerateObject())
        {
            List<JsonObject> named = [.. parts.Select(part => part["properties"]?[member.Name] ?? part["additionalProperties"]).OfType<JsonObject>()];
            if (named.Count == 0)
                yield return $"{at}/{member.Name}";
            foreach (var deeper in UnknownIn(member.Value, named, $"{at}/{member.Name}"))
                yield return deeper;
        }
    }

    private IEnumerable<JsonObject> Parts(JsonObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Parts(definitions[reference[Prefix.Length..]]!.AsObject());
        return ((string[])["allOf", "oneOf", "anyOf"]).SelectMany(word => schema[word]?.AsArray() ?? []).OfType<JsonObject>().SelectMany(Parts).Append(schema);
    }
}
