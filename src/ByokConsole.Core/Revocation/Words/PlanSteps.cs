namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the steps that come before a deletion report: what it hits, and who agreed.</summary>
public static class PlanSteps
{
    public static string HitsOne(string name) => $"The deletion hits {name} and nothing else.";

    public static string HitsOthers(string name, int others) => $"The deletion hits {name}; clusters with the same vault key: {others}.";

    public static string Agreed(string who, string name) => $"{who} agreed to the plan for {name}.";

    public static string NothingDeleted(string cluster) => $"Cluster {cluster} exists. Nothing was deleted. Once that is settled, start again.";
}
