using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ByokConsole.Tests.Adapters.Storage;

/// <summary>A disk that, while it is full, gives the database not one page more.</summary>
internal sealed class SmallDisk : DbConnectionInterceptor
{
    /// <summary>As many pages as SQLite takes.</summary>
    private const long Room = 4_294_967_294;

    public bool IsFull { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Limit(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Limit(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Limit(DbConnection connection)
    {
        var command = connection.CreateCommand();
        // Fewer than there are means: no more.
        command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : Room)}";
        return command;
    }
}
