using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning;

/// <summary>When a person may still end a run, and what is said then.</summary>
public static class Cancelling
{
    /// <summary>True while nothing was made yet, nor may have been; for runs that delete a cluster, until its deletion is asked for.</summary>
    public static bool IsPossible(Run run) => !run.HasEnded && run.Kind switch
    {
        RunKind.RevokeAccess or RunKind.DeleteCluster
            => run.Steps.All(step => step is { IntentAt: null } or { Name: StepNames.UnprotectCluster })
                && run.Facts.Removal is null or { DeletionAnsweredAt: null, DeletionStatement: null },
        _ => run.Facts is { ClusterId: null, RegistrationId: null } && run.Steps.All(step => step.IntentAt is null),
    };

    /// <summary>What there is, and what there is not.</summary>
    public static string NoteOf(Run run) => run.Kind switch
    {
        RunKind.RevokeAccess or RunKind.DeleteCluster => run.Steps.Any(step => step is { Name: StepNames.UnprotectCluster, IntentAt: not null })
            ? AnyRun.CancelledUnprotected
            : AnyRun.CancelledUnchanged,
        _ => AnyRun.CancelledBeforeAnything,
    };
}
