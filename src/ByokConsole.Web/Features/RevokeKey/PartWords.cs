using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>Words for the seven parts of a revocation: what each is called, where it is, what it is for, and what came of it.</summary>
public static class PartWords
{
    public static string Title(RevocationPart part) => part switch
    {
        RevocationPart.Plan => "Plan",
        RevocationPart.ClientsStopped => "Clients stopped",
        RevocationPart.DeleteCluster => "Delete cluster",
        RevocationPart.VaultKey => "Vault key",
        RevocationPart.RemoveGrants => "Remove grants",
        RevocationPart.WaitForRelease => "Wait for release",
        _ => "Evidence",
    };

    /// <summary>The part's name in addresses. It never changes: people keep links.</summary>
    public static string Slug(RevocationPart part) => part switch
    {
        RevocationPart.Plan => "plan",
        RevocationPart.ClientsStopped => "clients",
        RevocationPart.DeleteCluster => "cluster",
        RevocationPart.VaultKey => "vault-key",
        RevocationPart.RemoveGrants => "grants",
        RevocationPart.WaitForRelease => "release",
        _ => "evidence",
    };

    /// <summary>The part of that name, or null.</summary>
    public static RevocationPart? Parse(string? slug)
        => Enum.GetValues<RevocationPart>().Select(part => (RevocationPart?)part).FirstOrDefault(part => Slug(part!.Value) == slug);

    public static string Purpose(RevocationPart part) => part switch
    {
        RevocationPart.Plan => "What is hit: the cluster, its endpoints, who is connected, and who else uses the vault key. "
            + "Nothing is done before you agree.",
        RevocationPart.ClientsStopped => "Every producer and consumer is stopped. "
            + "It opens the next part when nobody has been connected for 15 minutes, or on your statement.",
        RevocationPart.DeleteCluster => "You type the cluster's name. Access to its data ends when it is gone. "
            + "Up to here everything can be called off.",
        RevocationPart.VaultKey => "Keep it, disable it (can be taken back) or delete it. Never while any cluster in sight uses it.",
        RevocationPart.RemoveGrants => "Confluent's application loses its two roles at the vault.",
        RevocationPart.WaitForRelease => "Confluent Cloud lets go of the key five days after its cluster is gone.",
        _ => "What was done, by whom and when, with the clouds' request ids, as Markdown and JSON.",
    };

    /// <summary>How a part stands. Only a part of a run that goes on is under way.</summary>
    public static (Status Status, string Word) State(Run run, RevocationPart part)
    {
        var steps = run.Steps.Where(step => RevocationParts.Of(step.Name) == part).ToList();
        if (steps.Exists(step => step.State is StepState.Failed or StepState.Cancelled))
            return run.State is RunState.Cancelled ? (Status.Off, "called off") : (Status.Fail, "failed");
        if (steps.TrueForAll(step => step.State is StepState.Done or StepState.NotNeeded))
            return (Status.Pass, "done");
        return !run.HasEnded && RevocationParts.Current(run) == part
            ? run.State is RunState.NeedsPerson ? (Status.Warn, "waits for you") : (Status.Wait, "under way")
            : (Status.Next, run.HasEnded ? "not reached" : "to come");
    }

    /// <summary>What came of a part, in two or three words; null while nothing did.</summary>
    public static string? Outcome(RemovalFacts facts, RevocationPart part) => part switch
    {
        RevocationPart.Plan => facts.AgreedBy is { } by ? $"agreed by {by}" : null,
        RevocationPart.ClientsStopped => facts switch
        {
            { ClientsStatement: not null } => "on a statement",
            { Clients.Verdict: ConnectionVerdict.Quiet } => "nobody connected",
            _ => null,
        },
        RevocationPart.DeleteCluster => facts.GoneAt is not null ? "gone" : null,
        RevocationPart.VaultKey => facts switch
        {
            { KeyDeletedAt: not null } => "deleted",
            { KeyDisabledAt: not null } => "disabled",
            { KeyChoice: KeyChoice.Keep } => "left as it is",
            _ => null,
        },
        RevocationPart.RemoveGrants => facts.RemovedRoles.Count > 0 ? "removed" : null,
        RevocationPart.WaitForRelease => facts switch
        {
            { RegistrationDeletedAt: not null } => "registration deleted",
            { ReleasedAt: not null } => "released",
            _ => null,
        },
        _ => facts.EvidenceDigest is not null ? "complete" : null,
    };
}
