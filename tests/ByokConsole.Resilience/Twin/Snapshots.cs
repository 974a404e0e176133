using System.Collections.Concurrent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Resilience.Twin;

/// <summary>The worlds that scenarios begin in, each made once, and the points of each scenario as an undisturbed run shows them.</summary>
internal sealed class Snapshots : IDisposable
{
    /// <summary>When the twin's worlds begin; any day would do.</summary>
    private static readonly DateTimeOffset SomeDay = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset _start;
    private readonly Dictionary<string, Snapshot> _after = [];
    private readonly Dictionary<string, Outcome> _undisturbed = [];
    private readonly CloudTwin _home;
    private readonly ConcurrentBag<CloudTwin> _free = [];
    private readonly ConcurrentBag<CloudTwin> _made = [];

    private Snapshots(DateTimeOffset start) => (_start, _home) = (start, new CloudTwin(start));

    public IReadOnlyDictionary<string, Outcome> Undisturbed => _undisturbed;

    /// <exception cref="InvalidOperationException">A scenario does not come to its end even though nothing befalls it.</exception>
    public static async Task<Snapshots> MakeAsync(DateTimeOffset? start = null)
    {
        var snapshots = new Snapshots(start ?? SomeDay);
        snapshots._after[""] = await snapshots.SeedAsync();
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
    public CloudTwin Rent()
    {
        if (_free.TryTake(out var free))
            return free;
        var cloud = new CloudTwin(_start, _home);
        _made.Add(cloud);
        return cloud;
    }

    public void Return(CloudTwin cloud) => _free.Add(cloud);

    public void Dispose()
    {
        // Those too that a run which failed did not give back.
        foreach (var cloud in _made)
            cloud.Dispose();
        _home.Dispose();
    }

    private async Task<Snapshot> SeedAsync()
    {
        var database = _home.NewDatabaseFile();
        await using (var console = new ConsoleTwin(new ConsoleLife("seed", onlyStalls: false), _home, new Plot("", null), database, TimeSpan.Zero, Mutation.None))
        {
            await console.MigrateAsync();
            foreach (var draft in Worlds.Drafts(_start))
            {
                await console.DraftStore.AddAsync(draft, CancellationToken.None);
                await console.Drafts.SaveAsync(draft, CancellationToken.None);
            }
        }

        await _home.MakeKeyAsync(KeyRecord.IdOf(Worlds.VaultName, Worlds.KeyName));
        return Snapshot.Of(_home, database);
    }
}
