namespace ByokConsole.Adapters.Storage;

/// <summary>Where the console's database lies and to whom it belongs.</summary>
public sealed record StorageOptions
{
    /// <summary>Path of the SQLite file; its folder exists.</summary>
    public required string DatabaseFile { get; init; }

    /// <summary>Entra tenant of the console's identity.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Connection string for SQLite. A writer that finds another one writing waits for it.</summary>
    public string ConnectionString => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
    {
        DataSource = DatabaseFile,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
