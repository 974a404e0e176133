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

    private Snapshots()
    {
    }

    public IReadOnlyDictionary<string, Outcome> Undisturbed => _undisturbed;

    /// <exception cref="InvalidOperationException">A scenario does not come to its end even though nothing befalls it.</exception>
    public static async Task<Snapshots> MakeAsync()
    {
        var snapshots = new Snapshots();
        snapshots._after[""] = await SeedAsync();
        foreach (var scenario in Catalogue.All)
        {
            var (outcome, after) = await Trial.RunAsync(scenario, null, snapshots.Of(scenario));
            after.Release();
            if (outcome.Violations.Count > 0 || outcome.State is not RunState.Succeeded)
                throw new InvalidOperationException(
                    $"{scenario.Name} undisturbed: {outcome.State}. {string.Join("; ", outcome.Violations)}\n{string.Join('\n', outcome.Trace)}");
            (snapshots._after[scenario.Name], snapshots._undisturbed[scenario.Name]) = (after, outcome);
        }

        return snapshots;
    }

    /// <summary>A copy of the world in which the scenario begins.</summary>
    public Snapshot Of(Scenario scenario) => _after[scenario.After ?? ""].Copy();

    public void Dispose()
    {
        foreach (var snapshot in _after.Values)
            snapshot.Delete();
    }

    private static async Task<Snapshot> SeedAsync()
    {
        var snapshot = new Snapshot(Snapshot.NewFolder(), Start);
        using (var cloud = new CloudTwin(snapshot.Folder, Start))
        {
            await using var console = new ConsoleTwin(
                new ConsoleLife("seed", onlyStalls: false), cloud, new Plot("", null), snapshot.DatabaseFile, TimeSpan.Zero, Mutation.None);
            await console.MigrateAsync();
            foreach (var draft in Worlds.Drafts(Start))
            {
                await console.DraftStore.AddAsync(draft, CancellationToken.None);
                await console.Drafts.SaveAsync(draft, CancellationToken.None);
            }
        }

        snapshot.Release();
        return snapshot;
    }
}
