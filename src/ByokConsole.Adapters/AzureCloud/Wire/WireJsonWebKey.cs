using System.Text.Json.Serialization;

namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>JsonWebKey of keys.json 7.6: the parts that are needed, none of them private.</summary>
internal sealed record WireJsonWebKey(
    string? Kid, string? Kty, [property: JsonPropertyName("key_ops")] IReadOnlyList<string>? KeyOps, string? N);
