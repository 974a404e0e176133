using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>Which part of a revocation each of the journal's steps belongs to.</summary>
public static class RevocationParts
{
    /// <summary>The part of a step, or null when the step belongs to no revocation.</summary>
    public static RevocationPart? Of(string stepName) => stepName switch
    {
        StepNames.SurveyCluster or StepNames.AgreePlan => RevocationPart.Plan,
        StepNames.StopClients => RevocationPart.ClientsStopped,
        StepNames.AgreeDeletion or StepNames.UnprotectCluster or StepNames.DeleteCluster or StepNames.WaitGone => RevocationPart.DeleteCluster,
        StepNames.DecideVaultKey or StepNames.TurnVaultKey => RevocationPart.VaultKey,
        StepNames.RemoveGrants => RevocationPart.RemoveGrants,
        StepNames.WaitRelease or StepNames.DeleteRegistration => RevocationPart.WaitForRelease,
        StepNames.RecordEvidence => RevocationPart.Evidence,
        _ => null,
    };

    /// <summary>The part that is under way; the last one when all are through.</summary>
    public static RevocationPart Current(Run run)
        => RunProgress.Current(run) is var index && index < run.Steps.Count
            ? Of(run.Steps[index].Name) ?? RevocationPart.Plan
            : RevocationPart.Evidence;
}
