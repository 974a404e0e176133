using System.Collections.Concurrent;
using System.Text.Json;

namespace ByokConsole.Sandbox.State;

/// <summary>All records of one kind, in memory. Read by anyone at any time; changed only through <see cref="World.Write{T}"/>.</summary>
public sealed class Shelf<T>(string kind) : IShelf
    where T : class, IRecord
{
    private readonly ConcurrentDictionary<string, T> _records = new(StringComparer.Ordinal);

    public string Kind { get; } = kind;

    public IEnumerable<T> All => _records.Values;

    public T? Find(string id) => _records.GetValueOrDefault(id);

    void IShelf.Load(string json)
    {
        var record = JsonSerializer.Deserialize<T>(json, World.Json)!;
        _records[record.Id] = record;
    }

    void IShelf.Apply(string id, IRecord? record)
    {
        if (record is null)
            _records.TryRemove(id, out _);
        else
            _records[id] = (T)record;
    }

    void IShelf.Clear() => _records.Clear();
}

/// <summary>What the world needs of a shelf whatever its records are.</summary>
internal interface IShelf
{
    string Kind { get; }

    void Load(string json);

    void Apply(string id, IRecord? record);

    void Clear();
}
