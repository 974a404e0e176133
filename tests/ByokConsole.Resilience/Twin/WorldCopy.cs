using ByokConsole.Sandbox.State;

namespace ByokConsole.Resilience.Twin;

/// <summary>Everything that existed in a sandbox at a moment, to be put back whole.</summary>
internal sealed class WorldCopy
{
    private readonly List<Action<World, Change>> _puts = [];

    private WorldCopy()
    {
    }

    /// <exception cref="InvalidOperationException">The world holds a kind of record that is not copied.</exception>
    public static WorldCopy Of(World world)
    {
        var copy = new WorldCopy();
        copy.Take(world, one => one.Settings);
        copy.Take(world, one => one.Applications);
        copy.Take(world, one => one.Principals);
        copy.Take(world, one => one.Assignments);
        copy.Take(world, one => one.RemovedAssignments);
        copy.Take(world, one => one.Vaults);
        copy.Take(world, one => one.DeletedVaults);
        copy.Take(world, one => one.Keys);
        copy.Take(world, one => one.Environments);
        copy.Take(world, one => one.Networks);
        copy.Take(world, one => one.Registrations);
        copy.Take(world, one => one.Clusters);
        copy.Take(world, one => one.Connections);
        var shelves = typeof(World).GetProperties().Count(property => property.PropertyType.Name.StartsWith("Shelf", StringComparison.Ordinal));
        return copy._puts.Count == shelves ? copy : throw new InvalidOperationException($"The world has {shelves} shelves, {copy._puts.Count} are copied.");
    }

    public void PutInto(World world) => world.Restart(change => _puts.ForEach(put => put(world, change)));

    private void Take<T>(World world, Func<World, Shelf<T>> shelf)
        where T : class, IRecord
    {
        var records = shelf(world).All.ToList();
        _puts.Add((into, change) => records.ForEach(record => change.Put(shelf(into), record)));
    }
}
