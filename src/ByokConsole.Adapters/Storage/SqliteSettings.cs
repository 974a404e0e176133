using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Per connection: write-ahead log, so that readers and the one writer do not stop each other, and a full sync per commit, so that what
/// the journal has acknowledged outlives a power cut.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = Command(connection);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        return command;
    }
}
