using System.Text.Json.Serialization;

namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>A row of a flat answer of the Metrics API v2; labels come only when grouped by.</summary>
internal sealed record WireMetricPoint(DateTimeOffset? Timestamp, double? Value)
{
    [JsonPropertyName("metric.principal_id")]
    public string? PrincipalId { get; init; }
}
