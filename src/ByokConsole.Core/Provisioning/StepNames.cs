namespace ByokConsole.Core.Provisioning;

/// <summary>Names of the steps as they stand in the journal. A name never changes: runs that were started before an upgrade go on.</summary>
public static class StepNames
{
    public const string RecheckKey = nameof(RecheckKey);
    public const string CreateCluster = nameof(CreateCluster);
    public const string WaitProvisioned = nameof(WaitProvisioned);
    public const string VerifyKey = nameof(VerifyKey);
    public const string RecordBinding = nameof(RecordBinding);
    public const string RegisterKey = nameof(RegisterKey);
    public const string ReadApplication = nameof(ReadApplication);
    public const string RecordOnDraft = nameof(RecordOnDraft);
    public const string EnsurePrincipal = nameof(EnsurePrincipal);
    public const string AssignEncryptionUser = nameof(AssignEncryptionUser);
    public const string AssignReader = nameof(AssignReader);
    public const string ConfirmGrant = nameof(ConfirmGrant);
    public const string SurveyCluster = nameof(SurveyCluster);
    public const string AgreePlan = nameof(AgreePlan);
    public const string StopClients = nameof(StopClients);
    public const string AgreeDeletion = nameof(AgreeDeletion);
    public const string UnprotectCluster = nameof(UnprotectCluster);
    public const string DeleteCluster = nameof(DeleteCluster);
    public const string WaitGone = nameof(WaitGone);
    public const string DecideVaultKey = nameof(DecideVaultKey);
    public const string TurnVaultKey = nameof(TurnVaultKey);
    public const string RemoveGrants = nameof(RemoveGrants);
    public const string WaitRelease = nameof(WaitRelease);
    public const string DeleteRegistration = nameof(DeleteRegistration);
    public const string RecordEvidence = nameof(RecordEvidence);
    public const string BringKeyBack = nameof(BringKeyBack);
}
