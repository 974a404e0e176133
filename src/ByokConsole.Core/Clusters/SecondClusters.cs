using ByokConsole.Core.Confluent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Core.Clusters;

/// <summary>
/// Which clusters look like that of a run and were made by none. Where Confluent keeps the key, nothing refuses a request that stood still on the
/// network, arrives after the run had looked for it and sent it again, and makes a second cluster.
/// </summary>
public static class SecondClusters
{
    /// <summary>No request stands still for longer.</summary>
    public static readonly TimeSpan LooksFor = TimeSpan.FromDays(1);

    /// <summary>True for a run that has made its cluster, and whose request may still come a second time or has.</summary>
    public static bool IsWatched(Run run, DateTimeOffset now)
        => run is { Kind: RunKind.CreateCluster, EndedAt: { } ended, Facts.ClusterId: not null }
            && (now - ended <= LooksFor || run.Facts.SecondClusters.Count > 0);

    /// <summary>Of each watched run what looks like a second cluster, known ones included for as long as they are there.</summary>
    /// <param name="listed">The environment's clusters, listed before the runs: whoever made one of them had written its intent by then.</param>
    /// <param name="runs">The environment's runs.</param>
    public static IReadOnlyList<(Run Run, IReadOnlyList<KafkaCluster> Found)> Find(IReadOnlyList<KafkaCluster> listed, IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        var makers = runs.Where(run => run.Kind is RunKind.CreateCluster).OrderByDescending(run => run.CreatedAt).ToList();
        var made = makers.Select(run => run.Facts.ClusterId).ToHashSet();
        var free = listed.Where(cluster => !made.Contains(cluster.Id)).ToList();
        List<(Run, IReadOnlyList<KafkaCluster>)> found = [];
        foreach (var run in makers.Where(run => IsWatched(run, now)))
        {
            var ownStands = listed.Any(cluster => cluster.Id == run.Facts.ClusterId);
            var seconds = free.Where(cluster => run.Facts.SecondClusters.Contains(cluster.Id)
                || (ownStands && LooksLikeThatOf(run, cluster) && !makers.Exists(other => MayHaveMade(other, cluster)))).ToList();
            free.RemoveAll(seconds.Contains);
            found.Add((run, seconds));
        }
        return found;
    }

    private static bool LooksLikeThatOf(Run run, KafkaCluster cluster)
        => AskedAt(run) is { } asked && ClusterCandidate.Find([cluster], run.Input.Cluster!, asked) is [{ IsTheOne: true }];

    /// <summary>A run that does not know yet, or never learnt, what it made.</summary>
    private static bool MayHaveMade(Run run, KafkaCluster cluster)
        => run.Facts.ClusterId is null && run.Input.Cluster?.DisplayName == cluster.DisplayName && AskedAt(run) <= cluster.CreatedAt;

    private static DateTimeOffset? AskedAt(Run run)
        => run.Steps.FirstOrDefault(step => step.Name == StepNames.CreateCluster) is { IntentAt: { } at } step ? step.IntentCloudTime ?? at : null;
}
