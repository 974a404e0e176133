namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the steps that come before a deletion report: what it hits, and who agreed.</summary>
public static class PlanSteps
{
    public static string HitsOne(string name) => $"The deletion hits {name} and nothing else.";

    public static string HitsOthers(string name, int others) => $"The deletion hits {name}; clusters with the same vault key: {others}.";

    public static string Agreed(string who, string name) => $"{who} agreed to the plan for {name}.";

    public static string NoRevocation(string run) => $"There is no revocation {run}.";

    public static string GrantsComeBack(string run)
        => $"Run {run} is putting the grants of this key back. Start the revocation when it has ended.";

    public static string NoKeyOfYours(string cluster)
        => $"Cluster {cluster} carries no key of yours: there is no access to revoke. Delete the cluster instead.";

    /// <param name="key">The key as Confluent Cloud names it.</param>
    public static string UnknownKey(string registration, string key)
        => $"Registration {registration} names no Azure key that this console understands ({key}). Revoke it in Confluent Cloud and in the vault.";

    public static string NothingDeleted(string cluster) => $"Cluster {cluster} exists. Nothing was deleted. Once that is settled, start again.";
}
