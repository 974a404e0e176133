using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Report;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>How a scenario went whose console was killed at one moment of each of its writes.</summary>
internal sealed record JourneyOutcome(string Scenario, Moment Moment, IReadOnlyList<Kill> Kills, IReadOnlyList<Violation> Violations);
