using ByokConsole.Resilience.Blows;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>One kill -9 of a real console.</summary>
/// <param name="IsProven">True when the journal was found as it has to be at this moment.</param>
/// <param name="Resumed">From the start of the next console until the step that was struck was through.</param>
internal sealed record Kill(Point Point, bool IsProven, TimeSpan Resumed);
