using ByokConsole.Adapters.Storage;
using Microsoft.Data.Sqlite;

namespace ByokConsole.Resilience.Twin;

/// <summary>A world and a console's database on disk, to begin a run from.</summary>
/// <param name="Now">The clouds' time in it.</param>
internal sealed record Snapshot(string Folder, DateTimeOffset Now)
{
    /// <summary>In memory where the system offers such a folder: a run writes some hundred times, each to the disk.</summary>
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    public string DatabaseFile => Path.Combine(Folder, "console.db");

    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(Root, $"byok-twin-{Guid.NewGuid():N}")).FullName;

    public Snapshot Copy()
    {
        var copy = this with { Folder = NewFolder() };
        Directory.CreateDirectory(Path.Combine(copy.Folder, "sandbox"));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file)));
        return copy;
    }

    /// <summary>Lets go of the database, whose connections are pooled.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(new StorageOptions { DatabaseFile = DatabaseFile, TenantId = default }.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    public void Delete()
    {
        Release();
        Directory.Delete(Folder, recursive: true);
    }
}
