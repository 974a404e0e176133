using System.Text.Json;
using System.Text.Json.Serialization;

namespace ByokConsole.Adapters.Storage;

/// <summary>How JSON columns are written.</summary>
internal static class JsonColumns
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What a record derives from its other members is derived again when it is read.
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Read<T>(string text)
        where T : class
        => JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"A {typeof(T).Name} column holds null.");
}
