using System.Collections.Concurrent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;

namespace ByokConsole.Resilience.Twin;

/// <summary>The worlds that scenarios begin in, each made once, and the points of each scenario as an undisturbed run shows them.</summary>
internal sealed class Snapshots : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Snapshot> _after = [];
    private readonly Dictionary<string, Outcome> _undisturbed = [];
    private readonly CloudTwin _home = new(Start);
    private readonly ConcurrentBag<CloudTwin> _free = [];

    private Snapshots()
    {
    }

    public IReadOnlyDictionary<string, Outcome> Undisturbed => _undisturbed;

    /// <exception cref="InvalidOperationException">A scenario does not come to its end even though nothing befalls it.</exception>
    public static async Task<Snapshots> MakeAsync()
    {
        var snapshots = new Snapshots();
        snapshots._after[""] = await SeedAsync(snapshots._home);
        foreach (var scenario in Catalogue.All)
        {
            var database = snapshots.Before(scenario).PutInto(snapshots._home);
            var outcome = await Trial.RunAsync(scenario, null, snapshots._home, database);
            if (outcome.Violations.Count > 0 || outcome.State is not RunState.Succeeded)
                throw new InvalidOperationException(
                    $"{scenario.Name} undisturbed: {outcome.State}. {string.Join("; ", outcome.Violations)}\n{string.Join('\n', outcome.Trace)}");
            (snapshots._after[scenario.Name], snapshots._undisturbed[scenario.Name]) = (Snapshot.Of(snapshots._home, database), outcome);
        }

        return snapshots;
    }

    /// <summary>The world in which the scenario begins.</summary>
    public Snapshot Before(Scenario scenario) => _after[scenario.After ?? ""];

    /// <summary>Clouds for one run at a time; opening them costs more than a run.</summary>
    public CloudTwin Rent() => _free.TryTake(out var cloud) ? cloud : new CloudTwin(Start, _home);

    public void Return(CloudTwin cloud) => _free.Add(cloud);

    public void Dispose()
    {
        foreach (var cloud in _free)
            cloud.Dispose();
        _home.Dispose();
    }

    private static async Task<Snapshot> SeedAsync(CloudTwin cloud)
    {
        var database = cloud.NewDatabaseFile();
        await using (var console = new ConsoleTwin(new ConsoleLife("seed", onlyStalls: false), cloud, new Plot("", null), database, TimeSpan.Zero, Mutation.None))
        {
            await console.MigrateAsync();
            foreach (var draft in Worlds.Drafts(Start))
            {
                await console.DraftStore.AddAsync(draft, CancellationToken.None);
                await console.Drafts.SaveAsync(draft, CancellationToken.None);
            }
        }

        return Snapshot.Of(cloud, database);
    }
}
