using System.Text.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Sandbox.Http;

/// <summary>Reads members of bodies that anyone may have sent: a member of another type reads as absent.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject? json, string name)
        => json?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool? Flag(this JsonObject? json, string name)
        => json?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? json[name]!.GetValue<bool>() : null;

    public static long? Number(this JsonObject? json, string name)
        => json?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number : null;

    public static JsonObject? Object(this JsonObject? json, string name) => json?[name] as JsonObject;

    public static IReadOnlyList<string>? Texts(this JsonObject? json, string name)
        => json?[name] is JsonArray array
            ? [.. array.Select(item => item is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : "")]
            : null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
