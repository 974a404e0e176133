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
}
