using ByokConsole.Adapters.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Tests.Adapters.Storage;

/// <summary>What is SQLite's own.</summary>
public sealed class SqliteFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_connection_writes_ahead_and_syncs_fully()
    {
        await using var console = new StoredConsole();
        await using var context = StoredConsole.Context(await console.StartAsync());
        await context.Database.OpenConnectionAsync(Token);

        Assert.Equal("wal", await PragmaAsync(context, "journal_mode"));
        Assert.Equal(2L, await PragmaAsync(context, "synchronous"));
        Assert.Equal(10000L, await PragmaAsync(context, "busy_timeout"));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_keep_the_next_one_waiting()
    {
        await using var console = new StoredConsole();
        await console.StartAsync();
        await using (var connection = new SqliteConnection(console.Options.ConnectionString))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-24')";
            await command.ExecuteNonQueryAsync(Token);
        }

        await console.StartAsync().WaitAsync(TimeSpan.FromMinutes(2), Token);
    }

    private static async Task<object?> PragmaAsync(ConsoleDbContext context, string name)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync(Token);
    }
}
