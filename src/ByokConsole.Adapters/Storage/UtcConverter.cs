using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ByokConsole.Adapters.Storage;

/// <summary>PostgreSQL takes moments as UTC only. A cloud may tell one with another offset: it is the same moment.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => moment.ToUniversalTime(), moment => moment);
