using System.Text.Json;

namespace ByokConsole.Sandbox.State;

/// <summary>
/// Everything that exists in the sandbox. Reads are plain memory. A change collects its records, writes them in one transaction, and only
/// then shows them: what was answered is on the disk, and what is not on the disk was never seen.
/// </summary>
public sealed class World : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _gate = new();
    private readonly WorldStore _store;
    private readonly Dictionary<string, IShelf> _shelves = [];

    internal World(WorldStore store)
    {
        _store = store;
        Settings = Add(new Shelf<SettingsRecord>("settings"));
        Applications = Add(new Shelf<ApplicationRecord>("application"));
        Principals = Add(new Shelf<PrincipalRecord>("principal"));
        Assignments = Add(new Shelf<AssignmentRecord>("assignment"));
        RemovedAssignments = Add(new Shelf<RemovedAssignmentRecord>("removed-assignment"));
        Vaults = Add(new Shelf<VaultRecord>("vault"));
        DeletedVaults = Add(new Shelf<DeletedVaultRecord>("deleted-vault"));
        Keys = Add(new Shelf<KeyRecord>("key"));
        Environments = Add(new Shelf<EnvironmentRecord>("environment"));
        Networks = Add(new Shelf<NetworkRecord>("network"));
        Registrations = Add(new Shelf<RegistrationRecord>("registration"));
        Clusters = Add(new Shelf<ClusterRecord>("cluster"));
        Connections = Add(new Shelf<ConnectionsRecord>("connections"));
        foreach (var (kind, _, json) in store.Load())
            _shelves[kind].Load(json);
    }

    public Shelf<SettingsRecord> Settings { get; }

    public Shelf<ApplicationRecord> Applications { get; }

    public Shelf<PrincipalRecord> Principals { get; }

    public Shelf<AssignmentRecord> Assignments { get; }

    public Shelf<RemovedAssignmentRecord> RemovedAssignments { get; }

    public Shelf<VaultRecord> Vaults { get; }

    public Shelf<DeletedVaultRecord> DeletedVaults { get; }

    public Shelf<KeyRecord> Keys { get; }

    public Shelf<EnvironmentRecord> Environments { get; }

    public Shelf<NetworkRecord> Networks { get; }

    public Shelf<RegistrationRecord> Registrations { get; }

    public Shelf<ClusterRecord> Clusters { get; }

    public Shelf<ConnectionsRecord> Connections { get; }

    /// <summary>The settings as they are now.</summary>
    public SettingsRecord Now => Settings.Find(SettingsRecord.OnlyId) ?? new SettingsRecord();

    /// <summary>Runs one change at a time. Looks made inside it see no other change; if it throws, nothing happened.</summary>
    public T Write<T>(Func<Change, T> act)
    {
        lock (_gate)
        {
            var change = new Change();
            var result = act(change);
            if (change.Rows.Count > 0)
                _store.Save(change.Rows.Select(row => (row.Shelf.Kind, row.Id, row.Record is null ? null : JsonSerializer.Serialize<object>(row.Record, Json))));
            foreach (var (shelf, id, record) in change.Rows)
                shelf.Apply(id, record);
            return result;
        }
    }

    /// <summary>Runs one change that has no result.</summary>
    public void Write(Action<Change> act)
        => Write(change =>
        {
            act(change);
            return true;
        });

    /// <summary>Forgets everything, and then runs the change that makes the world anew.</summary>
    public void Restart(Action<Change> seed)
    {
        lock (_gate)
        {
            _store.Clear();
            foreach (var shelf in _shelves.Values)
                shelf.Clear();
            Write(seed);
        }
    }

    /// <summary>What is being written is written; whoever comes later is refused.</summary>
    public void Dispose()
    {
        lock (_gate)
            _store.Dispose();
    }

    private Shelf<T> Add<T>(Shelf<T> shelf)
        where T : class, IRecord
    {
        _shelves.Add(shelf.Kind, shelf);
        return shelf;
    }
}

/// <summary>The records that one change puts or removes.</summary>
public sealed class Change
{
    private readonly List<(IShelf Shelf, string Id, IRecord? Record)> _rows = [];

    internal IReadOnlyList<(IShelf Shelf, string Id, IRecord? Record)> Rows => _rows;

    public void Put<T>(Shelf<T> shelf, T record)
        where T : class, IRecord
        => _rows.Add((shelf, record.Id, record));

    public void Remove<T>(Shelf<T> shelf, string id)
        where T : class, IRecord
        => _rows.Add((shelf, id, null));
}
