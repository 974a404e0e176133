namespace ByokConsole.Core.Revocation;

/// <summary>One minute of a metric.</summary>
/// <param name="At">Start of the minute, UTC.</param>
public sealed record MetricPoint(DateTimeOffset At, double Value);
