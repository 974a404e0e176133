namespace ByokConsole.Load;

/// <summary>What was measured of one operation.</summary>
/// <param name="CpuMilliseconds">Processor time of the server per request, of all its threads.</param>
internal sealed record Figures(double PerSecond, double CpuMilliseconds);
