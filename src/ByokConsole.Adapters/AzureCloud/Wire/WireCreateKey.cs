using System.Text.Json.Serialization;

namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyCreateParameters of keys.json 7.6.</summary>
internal sealed record WireCreateKey(
    string Kty, [property: JsonPropertyName("key_size")] int KeySize, [property: JsonPropertyName("key_ops")] IReadOnlyList<string> KeyOps);
