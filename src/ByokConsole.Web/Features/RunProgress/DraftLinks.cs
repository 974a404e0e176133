using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Features.RunProgress;

/// <summary>Where in the wizard something is mended.</summary>
public static class DraftLinks
{
    public static string Step(string draftId, DraftStep step) => $"/drafts/{Uri.EscapeDataString(draftId)}/{step.ToString().ToLowerInvariant()}";

    /// <summary>The step of the first field that was refused; without one, the step the run was started from.</summary>
    public static DraftStep StepToMend(Run run)
        => run.Rejection?.Fields is [{ Field: var field }, ..] ? StepOf(field)
            : run.Kind is RunKind.CreateCluster ? DraftStep.Review
            : DraftStep.Security;

    /// <summary>"step 4", as the wizard counts.</summary>
    public static string Name(DraftStep step) => $"step {(int)step + 1}";

    private static DraftStep StepOf(DraftField field) => field switch
    {
        DraftField.ClusterType or DraftField.Cku => DraftStep.Type,
        DraftField.Region or DraftField.Availability => DraftStep.Region,
        DraftField.Networking or DraftField.Network => DraftStep.Networking,
        DraftField.DisplayName or DraftField.Acknowledgement => DraftStep.Review,
        _ => DraftStep.Security,
    };
}
