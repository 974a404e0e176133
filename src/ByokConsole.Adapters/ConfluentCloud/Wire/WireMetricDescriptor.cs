namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>A metric as GET /v2/metrics/cloud/descriptors/metrics describes it.</summary>
internal sealed record WireMetricDescriptor(string? Name, IReadOnlyList<WireMetricDescriptor.Label>? Labels)
{
    internal sealed record Label(string? Key);
}
