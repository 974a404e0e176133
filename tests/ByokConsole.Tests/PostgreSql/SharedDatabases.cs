using ByokConsole.Adapters.Storage;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>Databases of a test's server, as the console takes them.</summary>
internal static class SharedDatabases
{
    /// <summary>A new one, sealed by a file of this folder.</summary>
    public static async Task<SharedDatabase> CreateSharedAsync(this PostgreSqlServer server, string folder)
        => Read(await server.CreateDatabaseAsync(), folder);

    public static SharedDatabase Read(string connectionString, string folder)
    {
        Assert.True(SharedDatabase.TryParse(connectionString, Path.Combine(folder, "database.seal"), out var database, out var problem), problem);
        return database;
    }
}
