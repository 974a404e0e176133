namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>The question put to a person when the console cannot tell whether a cluster is the one that it asked for.</summary>
public static class ClusterQuestion
{
    public const string SendAgain = "send-again";
    public const string Stop = "stop";
    private const string TakePrefix = "take:";

    /// <summary>The question, with what is known about each candidate.</summary>
    public static PersonQuestion Of(string name, IReadOnlyList<ClusterCandidate> candidates)
        => new(
            $"It is open what became of the request for {name}: Confluent Cloud's reply was lost, or the request was delivered twice. "
                + string.Join(" ", candidates.Select(Describe)) + " Is one of them the cluster that this run asked for?",
            [
                .. candidates.Select(candidate => new PersonChoice(
                    TakePrefix + candidate.Cluster.Id, $"{candidate.Cluster.Id} is it: go on with that cluster")),
                new PersonChoice(SendAgain, "None of them is it: ask for the cluster again"),
                new PersonChoice(Stop, "I do not know: end this run"),
            ]);

    /// <summary>The cluster that the person chose, or null.</summary>
    public static string? Taken(string answer) => answer.StartsWith(TakePrefix, StringComparison.Ordinal) ? answer[TakePrefix.Length..] : null;

    private static string Describe(ClusterCandidate candidate)
        => $"{candidate.Cluster.Id} ({candidate.Cluster.DisplayName}): "
            + (candidate.IsTheOne ? "everything agrees." : string.Join(", ", candidate.Differences) + ".");
}
