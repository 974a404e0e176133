using System.Text.Json;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// <c>{"error":{"code","message","innererror":{"code"}}}</c>, as Resource Manager, Graph and Key Vault send it (some spell
/// innerError). Anything else gives nulls.
/// </summary>
internal sealed record AzureErrorBody(string? Code, string? InnerCode, string? Message)
{
    public static AzureErrorBody None { get; } = new(null, null, null);

    public static AzureErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = Child(document.RootElement, "error");
            var inner = Child(error, "innererror") ?? Child(error, "innerError");
            return new(Text(error, "code"), Text(inner, "code"), Text(error, "message"));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static JsonElement? Child(JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? parent, string name)
        => Child(parent, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
