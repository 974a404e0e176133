using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning.Words;

/// <summary>What the steps that create a cluster report.</summary>
public static class ClusterSteps
{
    public static string NothingToCheck { get; } = "Confluent keeps this cluster's key; there is nothing to check.";

    public static string ChecksHold(int checks) => $"All {checks} checks still hold.";

    public static string SeenChecksHold(int passed, int unseen) => $"Of the checks, {passed} still hold; {unseen} cannot be seen from here.";

    public static string NotSteadyYet(int seconds)
        => "The grant came into force a moment ago, and may come and go while Azure spreads it. "
            + $"The cluster is asked for once it has held for {seconds} seconds.";

    /// <param name="finding">What the first of the checks says.</param>
    public static string MoreFindings(string finding, int more) => $"{finding} {more} more of the checks did not hold.";

    public static string NothingMade { get; } = "No cluster was created. Once that is mended, launch again.";

    public static string RegistrationRemains(string registration)
        => $"No cluster was created. Registration {registration} remains. Once that is mended, launch again.";

    public static string KeyServesAnother(string registration, string cluster)
        => $"Registration {registration} already serves cluster {cluster}; a key serves one cluster at a time: choose another.";

    public static string Asking(string name) => $"Asking Confluent Cloud for cluster {name}.";

    public static string Accepted(string name, string cluster) => $"Confluent Cloud accepted {name} as {cluster}.";

    public static string LostReply(string name) => $"No reply came to the request for cluster {name}. Looking whether it was carried out.";

    public static string Adopted(string cluster) => $"The reply was lost; {cluster} is the cluster that was asked for.";

    public static string Chosen(string cluster) => $"A person said that {cluster} is the cluster that was asked for.";

    public static string EndedUnclear { get; } = "A person ended this run: whether its cluster exists is not known.";

    /// <param name="clusters">Ids of what is there.</param>
    public static string Candidates(string clusters, string name)
        => $"Look in Confluent Cloud before you launch again: {clusters} may be {name}, and is billed if it is.";

    public static string NoCandidate(string name) => $"Confluent Cloud lists no cluster that may be {name}. Look there before you launch again.";

    public static string Provisioned(string cluster) => $"Cluster {cluster} is provisioned.";

    public static string InPhase(string cluster, string phase) => $"Confluent Cloud says {phase} of cluster {cluster}.";

    public static string Vanished(string cluster)
        => $"Confluent Cloud no longer knows cluster {cluster}: it was deleted while it was being provisioned.";

    public static string AcceptedAndGone(string cluster) => $"Cluster {cluster} was accepted, and is gone. Launch again if it is still wanted.";

    public static string NotProvisioned(string name, string phase)
        => $"Confluent Cloud could not provision {name}: it says {phase} and gives no reason.";

    public static string ExistsIdle(string cluster)
        => $"Cluster {cluster} exists and does not run. Delete it in Confluent Cloud, or ask Confluent's support about it, before you launch again.";

    public static string NoKeyToVerify { get; } = "Confluent keeps this cluster's key.";

    public static string CarriesKey(string cluster, string registration, string key)
        => $"Cluster {cluster} carries registration {registration}: {key}.";

    public static string CarriesAnother(string cluster, string other, string expected)
        => $"Cluster {cluster} carries key registration {other}, not {expected}.";

    public static string CarriesNone(string cluster)
        => $"Cluster {cluster} carries no key of yours: Confluent Cloud encrypts it with its own.";

    /// <param name="key">What the registration is for.</param>
    /// <param name="asked">What was asked for.</param>
    public static string CarriesAnotherKey(string cluster, string registration, string key, KeyIdentifier asked)
        => $"Cluster {cluster} carries registration {registration}, but that is for key {key}, not {asked}.";

    public static string WithoutItsKey(string cluster)
        => $"Cluster {cluster} runs and is billed, without the protection that was asked for. Put no data on it; "
            + "encryption cannot be changed later, so delete it and launch again.";

    public static string MismatchSignedOff { get; } = "The alarm about the cluster's key was signed off by the local operator.";

    public static string SecondCluster(string second, string own)
        => $"There is a second cluster, {second}: same name and shape as {own}, created after this run asked for it, and made by no run. The request may have "
            + "arrived twice, long after one another. It is billed. If nobody of yours made it, delete it.";

    public static string SecondClusterGone(string second) => $"The second cluster, {second}, is gone.";

    public static string SecondClusterKept(string second) => $"The local operator said that cluster {second} is wanted.";

    public static string NoKeyToRecord { get; } = "There is no key of yours to keep record of.";

    public static string Recorded(string cluster, string registration) => $"Cluster {cluster} is on record as served by {registration}.";
}
