namespace ByokConsole.Core.Provisioning;

/// <summary>Which steps each kind of run takes, in order.</summary>
public sealed class RunPlan(IEnumerable<IRunStep> steps)
{
    private readonly Dictionary<string, IRunStep> _steps = steps.ToDictionary(step => step.Name, StringComparer.Ordinal);

    /// <summary>Names of the steps of a kind.</summary>
    public static IReadOnlyList<string> NamesOf(RunKind kind) => kind switch
    {
        RunKind.CreateCluster =>
            [StepNames.RecheckKey, StepNames.CreateCluster, StepNames.WaitProvisioned, StepNames.VerifyKey, StepNames.RecordBinding],
        RunKind.RegisterKey => [StepNames.RegisterKey, StepNames.ReadApplication, StepNames.RecordOnDraft],
        RunKind.GrantAccess or RunKind.RestoreGrants =>
            [StepNames.EnsurePrincipal, StepNames.AssignEncryptionUser, StepNames.AssignReader, StepNames.ConfirmGrant],
        RunKind.RevokeAccess =>
            [
                StepNames.SurveyCluster, StepNames.AgreePlan, StepNames.StopClients, StepNames.AgreeDeletion, StepNames.UnprotectCluster,
                StepNames.DeleteCluster, StepNames.WaitGone, StepNames.DecideVaultKey, StepNames.TurnVaultKey, StepNames.RemoveGrants,
                StepNames.WaitRelease, StepNames.DeleteRegistration, StepNames.RecordEvidence,
            ],
        RunKind.DeleteCluster =>
            [StepNames.SurveyCluster, StepNames.AgreeDeletion, StepNames.UnprotectCluster, StepNames.DeleteCluster, StepNames.WaitGone],
        RunKind.RestoreKey =>
            [
                StepNames.BringKeyBack, StepNames.EnsurePrincipal, StepNames.AssignEncryptionUser, StepNames.AssignReader, StepNames.ConfirmGrant,
            ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The step of that name.</summary>
    /// <exception cref="InvalidOperationException">The journal names a step that this version does not know.</exception>
    public IRunStep Find(string name)
        => _steps.TryGetValue(name, out var step)
            ? step
            : throw new InvalidOperationException($"This version of the console has no step named {name}.");
}
