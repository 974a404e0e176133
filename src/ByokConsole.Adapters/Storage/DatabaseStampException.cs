namespace ByokConsole.Adapters.Storage;

/// <summary>The database belongs to another organisation or tenant: the console must not start, or its runs would wake up in the wrong world.</summary>
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
}
