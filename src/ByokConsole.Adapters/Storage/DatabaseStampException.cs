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

    /// <summary>The one way to make it: which file, what it says, what is configured, what to do.</summary>
    internal static DatabaseStampException Of(StorageOptions options, string? organisation, Guid tenantId)
        => new(
            $"The database {options.DatabaseFile} belongs to {Describe(organisation, tenantId)}, but the console is configured for "
                + $"{Describe(options.Organisation, options.TenantId)}. Give another DataFolder, or configure the world this one belongs to.");

    private static string Describe(string? organisation, Guid tenantId)
        => organisation is null ? $"tenant {tenantId}" : $"organisation {organisation}, tenant {tenantId}";
}
