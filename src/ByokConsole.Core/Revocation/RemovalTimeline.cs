using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>The words of the timeline for runs that delete a cluster, and for the way back.</summary>
internal static class RemovalTimeline
{
    public static string? TitleOf(string stepName) => stepName switch
    {
        StepNames.SurveyCluster => "See what it hits",
        StepNames.AgreePlan => "Agree to the plan",
        StepNames.StopClients => "Stop the clients",
        StepNames.AgreeDeletion => "Agree to the deletion",
        StepNames.UnprotectCluster => "Turn deletion protection off",
        StepNames.DeleteCluster => "Delete the cluster",
        StepNames.WaitGone => "Wait until it is gone",
        StepNames.DecideVaultKey => "Decide on the vault key",
        StepNames.TurnVaultKey => "Deal with the vault key",
        StepNames.RemoveGrants => "Remove the grants",
        StepNames.WaitRelease => "Wait for the key's release",
        StepNames.DeleteRegistration => "Delete the registration",
        StepNames.RecordEvidence => "Record the evidence",
        StepNames.BringKeyBack => "Bring the vault key back",
        _ => null,
    };

    public static string PurposeOf(string stepName) => stepName switch
    {
        StepNames.SurveyCluster => "Reads the cluster, its key, and every cluster in sight with the same vault key, before anything is done.",
        StepNames.AgreePlan => "A person says that this is what is meant, and that others who use the vault key know of it.",
        StepNames.StopClients => "Goes on when no client has been connected for 15 minutes, or on a person's recorded statement.",
        StepNames.AgreeDeletion => "A person types the cluster's name. Up to here everything can be called off.",
        StepNames.UnprotectCluster => "Confluent Cloud refuses to delete a protected cluster.",
        StepNames.DeleteCluster => "Asks Confluent Cloud to delete it. If the reply is lost, it looks, and asks a person.",
        StepNames.WaitGone => "Gone means: deletion confirmed, no longer readable, and missing from a list that still works. A lost permission does not pass for it.",
        StepNames.DecideVaultKey => "Keep it, disable it (can be taken back), or delete it (can be recovered until the vault purges it).",
        StepNames.TurnVaultKey => "Not while any cluster in sight uses the key; asked anew right before.",
        StepNames.RemoveGrants => "Takes the registration's two roles at the vault away.",
        StepNames.WaitRelease => "Confluent Cloud lets go of the key five days after its cluster is gone.",
        StepNames.DeleteRegistration => "Only if it was asked for in the plan.",
        StepNames.RecordEvidence => "What was done, by whom and when, with the clouds' request ids.",
        StepNames.BringKeyBack => "Recovers the deleted key, or enables the versions that the revocation disabled.",
        _ => "",
    };
}
