using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Web.Shared.Runs;

/// <summary>Words for runs: what one does, and what came of it.</summary>
public static class RunWords
{
    /// <summary>The page's title. After the end it says what there is now, and what there is not.</summary>
    public static string Title(Run run) => run switch
    {
        { HasEnded: true, Facts.KeyMismatch: true } => $"{run.Subject} does not carry your key",
        { State: RunState.Succeeded } => Done(run),
        { State: RunState.Failed } => Failed(run),
        { State: RunState.Cancelled } => $"{Doing(run)} was cancelled",
        _ => Doing(run),
    };

    /// <summary>One line under the title.</summary>
    public static string Lead(Run run) => run switch
    {
        { Facts.KeyMismatch: true } => "The cluster exists and runs, but does not carry the key it was asked to carry. Put no data on it.",
        { State: RunState.Failed, Rejection: { } rejection } => rejection.WhatExists,
        { State: RunState.Failed } => "What the events below say is all that is known.",
        { State: RunState.Cancelled, Kind: RunKind.RevokeAccess or RunKind.DeleteCluster } => "It ended before the cluster's deletion was asked for.",
        { State: RunState.Cancelled } => "It ended before anything was made.",
        { State: RunState.NeedsPerson } => "The run waits for your answer. You can close this page; this address comes back to it.",
        { State: RunState.Succeeded, Kind: RunKind.CreateCluster, Input.Cluster.KeyRegistrationId: not null }
            => "The cluster runs, and it carries the key it was asked to carry.",
        { State: RunState.Succeeded, Kind: RunKind.CreateCluster } => "The cluster runs. Confluent keeps its key.",
        { State: RunState.Succeeded, Kind: RunKind.RegisterKey } => "Confluent knows the key. It may use it once access is granted.",
        { State: RunState.Succeeded, Kind: RunKind.RevokeAccess } => "The cluster is gone, and its key is released.",
        { State: RunState.Succeeded, Kind: RunKind.DeleteCluster } => "The cluster is gone. Confluent Cloud releases its key five days later.",
        { State: RunState.Succeeded, Kind: RunKind.RestoreKey } => "The vault key is back. The cluster stays deleted.",
        { State: RunState.Succeeded } => "Both roles are assigned. Azure applies them within minutes, seldom up to 30.",
        _ => "You can close this page. The run goes on, and this address comes back to it.",
    };

    public static (Status Status, string Word) State(Run run) => run switch
    {
        { Facts: { KeyMismatch: true, MismatchSignedOffAt: null } } => (Status.Fail, "Wrong key"),
        { State: RunState.Succeeded } => (Status.Pass, "Done"),
        { State: RunState.Failed } => (Status.Fail, "Failed"),
        { State: RunState.Cancelled } => (Status.Off, "Cancelled"),
        { State: RunState.NeedsPerson } => (Status.Warn, "Has a question"),
        { Kind: RunKind.CreateCluster, Facts.ClusterId: not null } => (Status.Wait, "Provisioning"),
        { Kind: RunKind.RevokeAccess } when RevocationParts.Current(run) is RevocationPart.WaitForRelease => (Status.Wait, "Waits for release"),
        _ => (Status.Wait, "Running"),
    };

    private static string Doing(Run run) => run.Kind switch
    {
        RunKind.CreateCluster => $"Creating {run.Subject}",
        RunKind.RegisterKey => $"Registering {run.Subject}",
        RunKind.RevokeAccess => $"Revoking access to {run.Subject}",
        RunKind.DeleteCluster => $"Deleting {run.Subject}",
        RunKind.RestoreKey => $"Restoring {run.Subject}",
        RunKind.RestoreGrants => $"Restoring the grants of {run.Subject}",
        _ => $"Granting access to {run.Subject}",
    };

    private static string Done(Run run) => run.Kind switch
    {
        RunKind.CreateCluster => $"Created {run.Subject}",
        RunKind.RegisterKey => $"Registered {run.Subject}",
        RunKind.RevokeAccess => $"Revoked access to {run.Subject}",
        RunKind.DeleteCluster => $"Deleted {run.Subject}",
        RunKind.RestoreKey => $"Restored {run.Subject}",
        RunKind.RestoreGrants => $"Restored the grants of {run.Subject}",
        _ => $"Granted access to {run.Subject}",
    };

    private static string Failed(Run run) => run switch
    {
        { Kind: RunKind.CreateCluster, Facts.ClusterId: not null } => $"{run.Subject} exists, but cannot be used",
        { Kind: RunKind.CreateCluster } => $"{run.Subject} was not created",
        { Kind: RunKind.RegisterKey } => $"{run.Subject} was not registered",
        { Kind: RunKind.RevokeAccess } => $"Access to {run.Subject} was not revoked",
        { Kind: RunKind.DeleteCluster } => $"{run.Subject} was not deleted",
        { Kind: RunKind.RestoreKey } => $"{run.Subject} was not restored",
        { Kind: RunKind.RestoreGrants } => $"The grants of {run.Subject} were not restored",
        _ => $"Access to {run.Subject} was not granted",
    };
}
