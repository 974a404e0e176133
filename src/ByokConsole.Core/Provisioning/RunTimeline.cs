using ByokConsole.Core.Revocation;

namespace ByokConsole.Core.Provisioning;

/// <summary>The words of the timeline: what each step is called and what it is for.</summary>
public static class RunTimeline
{
    /// <summary>What a run of this kind does.</summary>
    public static string KindOf(RunKind kind) => kind switch
    {
        RunKind.CreateCluster => "Create cluster",
        RunKind.RegisterKey => "Register key",
        RunKind.GrantAccess => "Grant access",
        RunKind.RevokeAccess => "Revoke access",
        RunKind.DeleteCluster => "Delete cluster",
        RunKind.RestoreKey => "Restore key",
        RunKind.RestoreGrants => "Restore grants",
        _ => kind.ToString(),
    };

    /// <summary>How a run stands, as a report says it.</summary>
    public static string StateOf(RunState state) => state switch
    {
        RunState.Succeeded => "done",
        RunState.Failed => "failed",
        RunState.Cancelled => "called off",
        RunState.NeedsPerson => "waits for an answer",
        _ => "under way",
    };

    /// <summary>Title of a step; an unknown name (a run of a newer version) is shown as it is.</summary>
    public static string TitleOf(string stepName) => stepName switch
    {
        StepNames.RecheckKey => "Check the key again",
        StepNames.CreateCluster => "Create the cluster",
        StepNames.WaitProvisioned => "Wait until it is provisioned",
        StepNames.VerifyKey => "Verify its key",
        StepNames.RecordBinding => "Record the binding",
        StepNames.RegisterKey => "Register the key",
        StepNames.ReadApplication => "Wait for its application",
        StepNames.RecordOnDraft => "Note it on the draft",
        StepNames.EnsurePrincipal => "Find or create the service principal",
        StepNames.AssignEncryptionUser => "Assign Key Vault Crypto Service Encryption User",
        StepNames.AssignReader => "Assign Key Vault Reader",
        StepNames.ConfirmGrant => "Confirm both assignments",
        _ => RemovalTimeline.TitleOf(stepName) ?? stepName,
    };

    /// <summary>One sentence: why the step is there.</summary>
    public static string PurposeOf(string stepName) => stepName switch
    {
        StepNames.RecheckKey => "Things may have changed since the wizard looked; nothing is bought before every check has been asked again.",
        StepNames.CreateCluster => "Asks Confluent Cloud for the cluster, once. If the reply is lost, it looks before it asks again.",
        StepNames.WaitProvisioned => "Confluent Cloud builds the cluster: usually about 25 minutes, in rare cases up to a day.",
        StepNames.VerifyKey => "Reads the cluster back and compares the key it carries with the one that was asked for.",
        StepNames.RecordBinding => "Keeps which key serves which cluster, so that later checks know.",
        StepNames.RegisterKey => "Makes the key known to Confluent Cloud, once. If the reply is lost, it looks before it asks again.",
        StepNames.ReadApplication => "Confluent Cloud makes an application for the key; its id is what access is granted to.",
        StepNames.RecordOnDraft => "The wizard goes on with this registration.",
        StepNames.EnsurePrincipal => "A role can only be given to the application's service principal in your tenant.",
        StepNames.AssignEncryptionUser => "Lets the application wrap and unwrap with the vault's keys.",
        StepNames.AssignReader => "Lets the application read the metadata of the vault and of what is in it.",
        StepNames.ConfirmGrant => "Reads the vault's role assignments back.",
        _ => RemovalTimeline.PurposeOf(stepName),
    };

    /// <summary>True for the step whose wait is Confluent Cloud's own work, minutes to a day.</summary>
    public static bool WaitsForCluster(string stepName) => stepName == StepNames.WaitProvisioned;
}
