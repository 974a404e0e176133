using System.Buffers.Text;
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

    /// <summary>Base64url, with padding or without; null when it is empty or something else.</summary>
    public static byte[]? Bytes(this JsonObject? json, string name)
        => json.Text(name)?.TrimEnd('=') is { Length: > 0 } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    /// <summary>A resource's tags; null when they are not spoken of.</summary>
    public static Dictionary<string, string>? Tags(this JsonObject json)
        => json.Object("tags")?.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => tag.Value!.ToString());

    public static JsonObject? Object(this JsonObject? json, string name) => json?[name] as JsonObject;

    public static IReadOnlyList<string>? Texts(this JsonObject? json, string name)
        => json?[name] is JsonArray array
            ? [.. array.Select(item => item is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : "")]
            : null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
