using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;

namespace ByokConsole.Resilience.Twin;

/// <summary>Many cases, as many at once as there are processors.</summary>
internal static class Campaign
{
    /// <summary>
    /// Every external write that the undisturbed runs came to, at its three moments, crossed with every fault and so many seeds; and every commit, before
    /// and after, with some seeds: nothing befalls a commit but the kill.
    /// </summary>
    public static IEnumerable<Case> Cases(Snapshots snapshots, IEnumerable<int> seeds, IEnumerable<int> commitSeeds)
        => from outcome in snapshots.Undisturbed.Values
           from point in outcome.Points
           from fault in point.IsCommit ? [Fault.None] : Enum.GetValues<Fault>()
           from seed in point.IsCommit ? commitSeeds : seeds
           select new Case(point, fault, seed);

    /// <summary>Runs them all; tells of each as it ends.</summary>
    public static async Task RunAsync(
        Snapshots snapshots, IEnumerable<Case> cases, Action<Outcome> tell, Mutation mutation = Mutation.None, CancellationToken cancellationToken = default)
    {
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(cases, options, async (one, _) =>
        {
            var outcome = await RunAsync(snapshots, one, mutation);
            lock (gate)
                tell(outcome);
        });
    }

    public static async Task<Outcome> RunAsync(Snapshots snapshots, Case one, Mutation mutation = Mutation.None)
    {
        var scenario = Catalogue.Find(one.Point.Scenario);
        var cloud = snapshots.Rent();
        var database = snapshots.Before(scenario).PutInto(cloud);
        try
        {
            return await Trial.RunAsync(scenario, one, cloud, database, mutation);
        }
        finally
        {
            Snapshot.Delete(database);
            snapshots.Return(cloud);
        }
    }
}
