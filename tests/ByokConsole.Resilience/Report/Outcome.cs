using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Blows;

namespace ByokConsole.Resilience.Report;

/// <summary>How one case went.</summary>
/// <param name="Case">Null for a run that nothing befell.</param>
/// <param name="IsReached">False when the run never came to the point.</param>
/// <param name="State">How the run ended, or where it stands.</param>
/// <param name="Resumed">From the next console's start until the step that was struck was through, by the twin's clock; null where it does not apply.</param>
/// <param name="Points">Where the run could have been struck.</param>
/// <param name="Trace">What happened, line by line.</param>
internal sealed record Outcome(
    Case? Case,
    bool IsReached,
    RunState State,
    IReadOnlyList<Violation> Violations,
    TimeSpan? Resumed,
    IReadOnlyList<Point> Points,
    IReadOnlyList<string> Trace);
