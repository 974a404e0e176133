namespace ByokConsole.Adapters.Storage;

/// <summary>Where the console's database lies and to whom it belongs.</summary>
public sealed record StorageOptions
{
    /// <summary>Path of the SQLite file; its folder exists. Not used where there is a shared database.</summary>
    public required string DatabaseFile { get; init; }

    /// <summary>The PostgreSQL database instead of the file.</summary>
    public SharedDatabase? Shared { get; init; }

    /// <summary>Entra tenant of the console's identity.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The sandbox that the console talks to, by <see cref="SandboxWorld"/>; null in Live mode. All sandboxes have one tenant.</summary>
    public string? World { get; init; }

    /// <summary>How it is called in what people read.</summary>
    internal string DatabaseName => Shared?.ToString() ?? DatabaseFile;

    /// <summary>Connection string. On SQLite, a writer that finds another one writing waits for it.</summary>
    internal string ConnectionString => Shared?.ConnectionString ?? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
    {
        DataSource = DatabaseFile,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
