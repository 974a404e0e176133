using System.Net.Sockets;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>The console's database cannot be used: the console must not start.</summary>
public sealed class DatabaseUnusableException : Exception
{
    public DatabaseUnusableException()
    {
    }

    public DatabaseUnusableException(string message)
        : base(message)
    {
    }

    public DatabaseUnusableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What happened, why, and what to do, in words that hold no password.</summary>
    internal static DatabaseUnusableException Of(SharedDatabase database, NpgsqlException e)
        => new($"The database {database} cannot be used: {Reason(database, e)}", e);

    /// <summary>Its runs are worked elsewhere now; a new file in its place would hide them.</summary>
    internal static DatabaseUnusableException Moved(string databaseFile)
        => new($"The database {databaseFile} was moved to PostgreSQL. Name that one by ConnectionStrings:Console, or give another DataFolder.");

    private static string Reason(SharedDatabase database, NpgsqlException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            => "the server does not let this user in. Give the right Username and Password, and look at the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName
            => $"the server has no database of this name. Make it (createdb {database.Name}), or name another one.",
        PostgresErrorCodes.InsufficientPrivilege
            => "this user may not make tables there. Let it own the database, or give another Username.",
        PostgresErrorCodes.TooManyConnections
            => "the server has no connection left. Raise its max_connections, or set Maximum Pool Size lower.",
        PostgresErrorCodes.LockNotAvailable
            => "another console has been starting on it for a minute. Look at that one, or stop it.",
        { } state => $"the server refuses with {state}. Its log says why.",
        null when e.InnerException is SocketException socket
            => $"nobody answers at {database.Server} ({socket.SocketErrorCode}). Start the server, or give its Host and Port.",
        null
            => $"{database.Server} does not answer as a PostgreSQL server does. Give its Host and Port, and the SSL Mode that it wants.",
    };
}
