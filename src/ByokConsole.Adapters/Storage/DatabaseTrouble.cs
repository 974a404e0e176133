using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>Why the console's database does not do its work, in words for whoever can mend it. Nothing that was acknowledged is lost.</summary>
/// <param name="What">What is the matter.</param>
/// <param name="Remedy">What to do; the console then goes on by itself.</param>
public sealed record DatabaseTrouble(string What, string Remedy)
{
    private const string Alone = "The console goes on by itself as soon as it can.";

    private static readonly DatabaseTrouble Full = new(
        "The disk that holds the console's database is full.", $"Free some space. {Alone}");

    private static readonly DatabaseTrouble ReadOnly = new(
        "The console's database can be read and not written.",
        $"Let the console's user write the database, its folder and its disk. {Alone}");

    private static readonly DatabaseTrouble Locked = new(
        "Another program holds the console's database.", $"End what holds it: a backup, or a database tool. {Alone}");

    private static readonly DatabaseTrouble Gone = new(
        "The console's database does not answer.", $"See whether its server runs and can be reached. {Alone}");

    private static readonly DatabaseTrouble Unreadable = new(
        "The disk that holds the console's database gives errors, or its file is damaged.",
        "Stop the console, look after the disk, and restore the newest backup.");

    /// <summary>The trouble that an exception comes from; null when it comes from something else.</summary>
    public static DatabaseTrouble? Of(Exception? exception) => exception switch
    {
        null => null,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        DbException { SqlState: { } state } => OfServer(state),
        DbException { IsTransient: true } => Gone,
        _ => Of(exception.InnerException),
    };

    /// <summary>By SQLite's primary result code.</summary>
    private static DatabaseTrouble? OfSqlite(int code) => code switch
    {
        5 or 6 => Locked,
        8 or 14 => ReadOnly,
        10 or 11 or 26 => Unreadable,
        13 => Full,
        _ => null,
    };

    /// <summary>By the five characters of SQLSTATE: disk full, read-only transaction, server on its way down or up, connection lost.</summary>
    private static DatabaseTrouble? OfServer(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly,
        PostgresErrorCodes.LockNotAvailable => Locked,
        ['5', '7', 'P', ..] or ['0', '8', ..] or ['5', '3', ..] => Gone,
        _ => null,
    };
}
