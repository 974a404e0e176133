namespace ByokConsole.Adapters.Storage;

/// <summary>The database belongs to another organisation, tenant or sandbox: the console must not start, or its runs would wake up in the wrong world.</summary>
public sealed class DatabaseStampException : Exception
{
    public DatabaseStampException()
    {
    }

    public DatabaseStampException(string message)
        : base(message)
    {
    }

    public DatabaseStampException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The one way to make it: which one, what it says, what is configured, what to do.</summary>
    internal static DatabaseStampException Of(string database, string stamped, string configured)
        => new(
            $"The database {database} belongs to {stamped}, but the console is configured for {configured}. "
                + "Give another DataFolder (on PostgreSQL: another database), or configure the world this one belongs to.");

    /// <summary>All sandboxes have one tenant and one organization, and each has clusters and keys of its own.</summary>
    internal static DatabaseStampException OfSandbox(string database, string stamped, string configured)
        => new(
            $"The database {database} belongs to another sandbox than this console's: to that whose ca.pem has the SHA-256 fingerprint {stamped}, and here it is "
                + $"{configured}. Its runs would go on in the wrong world, among other clusters and keys. Attach every console that uses this database to its one "
                + "sandbox, by Sandbox:EnvFile (that sandbox's sandbox.env), or give another DataFolder (on PostgreSQL: another database).");
}
