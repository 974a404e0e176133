using ByokConsole.Adapters.Storage;
using Microsoft.Data.Sqlite;

namespace ByokConsole.Resilience.Twin;

/// <summary>What there was at a moment: the clouds' world and time, and the console's database.</summary>
/// <param name="DatabaseFile">A copy, which nobody has open.</param>
internal sealed record Snapshot(WorldCopy World, DateTimeOffset Now, string DatabaseFile)
{
    /// <summary>Takes what there is, with a console's database that nobody uses any more.</summary>
    public static Snapshot Of(CloudTwin cloud, string databaseFile)
    {
        Release(databaseFile);
        return new Snapshot(WorldCopy.Of(cloud.World), cloud.Time.GetUtcNow(), databaseFile);
    }

    /// <summary>Puts all of it back, and gives the file of a database of its own.</summary>
    public string PutInto(CloudTwin cloud)
    {
        cloud.Time.Set(Now);
        World.PutInto(cloud.World);
        var file = cloud.NewDatabaseFile();
        File.Copy(DatabaseFile, file);
        return file;
    }

    public static void Delete(string databaseFile)
    {
        Release(databaseFile);
        foreach (var file in (string[])[databaseFile, databaseFile + "-wal", databaseFile + "-shm"])
            File.Delete(file);
    }

    /// <summary>Lets go of the database, whose connections are pooled.</summary>
    private static void Release(string databaseFile)
    {
        using var connection = new SqliteConnection(new StorageOptions { DatabaseFile = databaseFile, TenantId = default }.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
