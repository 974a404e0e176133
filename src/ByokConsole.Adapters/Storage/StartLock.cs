using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Consoles that share a database make its tables and its seal one after the other, however many start at once. A file has one console, which its data
/// folder's lock sees to.
/// </summary>
internal sealed class StartLock(StorageOptions options)
{
    /// <summary>Any number that nothing else in this database uses.</summary>
    private const long Key = 0x6279_6F6B;

    /// <summary>Longer than a console takes to make its tables.</summary>
    private const string Patience = "SET lock_timeout = '60s'";

    /// <summary>Does this when no other console is at it.</summary>
    public async Task AloneAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (options.Shared is not { } shared)
        {
            await work(cancellationToken).ConfigureAwait(false);
            return;
        }

        // A connection of its own: one that goes back to a pool might keep the lock. With the connection, it goes.
        var settings = new NpgsqlConnectionStringBuilder(shared.ConnectionString) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = new NpgsqlCommand($"{Patience}; SELECT pg_advisory_lock({Key})", connection) { CommandTimeout = 0 };
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            await work(cancellationToken).ConfigureAwait(false);
        }
    }
}
