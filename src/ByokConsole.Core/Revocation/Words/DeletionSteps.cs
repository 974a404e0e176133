namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the steps that delete a cluster report, from the agreement until it is gone.</summary>
public static class DeletionSteps
{
    public static string Agreed(string who, string name) => $"{who} agreed to the deletion of {name}.";

    public static string StatedAlready(string who, string cluster) => $"{who} stated that {cluster} is deleted already.";

    public static string Stated(string who, string cluster) => $"{who} stated that {cluster} is deleted.";

    public static string NeedsNoDeletion(string cluster) => $"Cluster {cluster} is stated to be deleted already.";

    public static string UnseenBefore(string cluster)
        => $"Confluent Cloud no longer shows cluster {cluster} to this console, which has not deleted it.";

    public static string EndedBefore { get; } = "A person ended this run before it asked for the cluster's deletion.";

    public static string NotDeletedHere(string cluster)
        => $"Cluster {cluster} was not deleted by this run. Look for it in Confluent Cloud; where it still is, start again.";

    public static string LeftToNextStep(string cluster) => $"Confluent Cloud does not show cluster {cluster} now; the next step looks into that.";

    public static string Unprotecting(string cluster) => $"Turning deletion protection of {cluster} off.";

    public static string Unprotected(string cluster) => $"Deletion protection of {cluster} is off.";

    public static string ProtectedMeanwhile(string cluster) => $"Deletion protection of {cluster} was turned on after its deletion was agreed to.";

    public static string ProtectedAgain(string cluster)
        => $"Cluster {cluster} exists. Nothing was deleted. Its deletion protection was turned on again: start again, and have that turned off first.";

    public static string Renamed(string cluster, string name) => $"Cluster {cluster} is called {name} now, which is not the name that was typed.";

    public static string Asking(string cluster) => $"Asking Confluent Cloud to delete {cluster}.";

    public static string Accepted(string cluster) => $"Confluent Cloud accepted the deletion of {cluster}.";

    public static string LostReply(string cluster)
        => $"No clear reply came to the request to delete {cluster}. Looking whether it was carried out.";

    public static string ListedNotShown(string cluster) => $"Confluent Cloud lists {cluster}, but does not show it.";

    /// <param name="wasAsked">True when this run has asked for the deletion.</param>
    public static string Unseen(string cluster, bool wasAsked) => wasAsked
        ? $"No reply came to the request to delete {cluster}, and Confluent Cloud no longer shows it."
        : $"Confluent Cloud no longer shows {cluster}, and this run has not deleted it.";

    /// <param name="unseen">What is said when its environment can be listed.</param>
    public static string UnseenNorListed(string unseen, string fault) => $"{unseen} Nor can its environment be listed. {fault}";

    public static string EndedUnclear { get; } = "A person ended this run: whether its cluster is deleted is not known.";

    public static string LookForIt(string cluster) => $"Look for cluster {cluster} in Confluent Cloud; where it still is, start again.";

    public static string StillShown(string cluster, string phase) => $"Confluent Cloud still shows {cluster}, as {phase}.";

    public static string StillListed(string cluster) => $"Confluent Cloud still lists {cluster}.";

    public static string NothingShown(string cluster, string fault)
        => $"Confluent Cloud shows neither {cluster} nor its environment's list to this console any more. {fault}";

    public static string Gone(string cluster) => $"{cluster} is gone: Confluent Cloud lists its environment without it.";

    public static string GoneAsStated(string cluster) => $"{cluster} is gone, as a person stated.";
}
