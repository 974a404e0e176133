using Microsoft.Data.Sqlite;

namespace ByokConsole.Sandbox.State;

/// <summary>The world on disk: one SQLite file, one row per record. A batch is written in one transaction and is on the disk when the call returns.</summary>
internal sealed class WorldStore : IDisposable
{
    private readonly SqliteConnection _connection;

    public WorldStore(string folder, bool reset)
    {
        var file = Path.Combine(folder, "sandbox.db");
        if (reset)
        {
            foreach (var old in (string[])[file, file + "-wal", file + "-shm"])
                File.Delete(old);
        }

        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Execute("CREATE TABLE IF NOT EXISTS records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;");
    }

    public IEnumerable<(string Kind, string Id, string Json)> Load()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT kind, id, json FROM records";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    /// <summary>Writes all rows or none; a null text removes the row.</summary>
    public void Save(IEnumerable<(string Kind, string Id, string? Json)> rows)
    {
        using var transaction = _connection.BeginTransaction();
        using var put = Command(transaction, "INSERT INTO records (kind, id, json) VALUES ($k, $i, $j) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json");
        using var remove = Command(transaction, "DELETE FROM records WHERE kind = $k AND id = $i");
        foreach (var (kind, id, json) in rows)
        {
            var command = json is null ? remove : put;
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$k", kind);
            command.Parameters.AddWithValue("$i", id);
            if (json is not null)
                command.Parameters.AddWithValue("$j", json);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Clear() => Execute("DELETE FROM records;");

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(SqliteTransaction transaction, string text)
    {
        var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
