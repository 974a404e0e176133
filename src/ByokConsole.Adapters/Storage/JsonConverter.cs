using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ByokConsole.Adapters.Storage;

/// <summary>Keeps an immutable record as one JSON column. Enums by name, so that a row stays readable over versions and for people.</summary>
internal sealed class JsonConverter<T>()
    : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, JsonColumns.Options), text => JsonColumns.Read<T>(text))
    where T : class;
