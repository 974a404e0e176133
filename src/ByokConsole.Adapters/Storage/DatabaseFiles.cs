using Microsoft.Data.Sqlite;

namespace ByokConsole.Adapters.Storage;

/// <summary>What is done with SQLite files as files.</summary>
public static class DatabaseFiles
{
    /// <summary>What a file is called whose content is in PostgreSQL now: no console opens it again by mistake.</summary>
    internal const string Moved = ".moved";

    /// <summary>Copies a database that may be in use, as it is at one moment, and reads the copy through.</summary>
    /// <exception cref="DatabaseUnusableException">It cannot be read or written, or the copy is damaged.</exception>
    public static void Copy(string from, string to)
    {
        try
        {
            using var source = Open(from, SqliteOpenMode.ReadOnly);
            using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(copy);
            using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() is not "ok")
                throw new DatabaseUnusableException($"The copy of {from} is damaged, and so may {from} be. Look after its disk.");
        }
        catch (SqliteException e)
        {
            var trouble = DatabaseTrouble.Of(e);
            throw new DatabaseUnusableException($"{from} cannot be copied to {to}: {trouble?.What ?? e.Message} {trouble?.Remedy}".TrimEnd(), e);
        }
    }

    /// <summary>Connection string without a pool, which would keep the file open after this.</summary>
    internal static string Unpooled(string file, SqliteOpenMode mode)
        => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, ForeignKeys = true, Pooling = false, DefaultTimeout = 30 }.ToString();

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Unpooled(file, mode));
        connection.Open();
        return connection;
    }
}
