using ByokConsole.Core.Clouds;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Provisioning;

/// <summary>What became of a run that was asked for without the wizard: exactly one of the four is there.</summary>
public abstract record OrderOutcome
{
    private OrderOutcome()
    {
    }

    /// <summary>The run, started now or already under way.</summary>
    /// <param name="Warnings">What the checks warn of; empty when the run was there before.</param>
    public sealed record Started(Run Run, IReadOnlyList<CheckResult> Warnings) : OrderOutcome;

    /// <summary>Nothing was started: rules or checks speak against it.</summary>
    public sealed record Refused(AdmissionReport Report) : OrderOutcome;

    /// <summary>Nothing was started: another run is in the way.</summary>
    /// <param name="Code">What it is known by at every door.</param>
    public sealed record InTheWay(Run Run, string Code, string Detail) : OrderOutcome;

    /// <summary>Nothing was started: a cloud could not be asked, or does not have what the run would need.</summary>
    public sealed record Blocked(CloudFault Fault) : OrderOutcome;
}
