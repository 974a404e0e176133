using ByokConsole.Adapters.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ByokConsole.Tests.Adapters.Storage.FirstSchema;

/// <summary>What a console of the first schema left behind: a draft, and three runs of which the last was stopped in the middle.</summary>
internal static class FirstSchemaJournal
{
    /// <summary>The run that had asked for its cluster and did not know of an answer.</summary>
    public const string Interrupted = "run-bwmumecd";

    private const string FirstMigration = "20261124030401_Initial";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes the file as it was then.</summary>
    public static async Task WriteAsync(StorageOptions storage)
    {
        await using var context = new ConsoleDbContext(new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite(storage.ConnectionString).Options);
        await context.GetService<IMigrator>().MigrateAsync(FirstMigration, Token);
        var journal = Path.Combine(Repository.Root, "tests", "ByokConsole.Tests", "Adapters", "Storage", "FirstSchema", "journal.sql");
        await context.Database.ExecuteSqlRawAsync(Verbatim(await File.ReadAllTextAsync(journal, Token)), Token);
    }

    /// <summary>Braces stand for parameters.</summary>
    private static string Verbatim(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
