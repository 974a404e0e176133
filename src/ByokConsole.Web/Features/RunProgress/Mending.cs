using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Features.RunProgress;

/// <summary>Where in the wizard a failed run is mended.</summary>
public static class Mending
{
    /// <summary>The step of the first field that was refused; without one, the step the run was started from.</summary>
    public static DraftStep StepOf(Run run)
        => run.Rejection?.Fields is [{ Field: var field }, ..] ? DraftRules.StepOf(field)
            : run.Kind is RunKind.CreateCluster ? DraftStep.Review
            : DraftStep.Security;

    /// <summary>"step 4", as the wizard counts.</summary>
    public static string Name(DraftStep step) => $"step {(int)step + 1}";
}
