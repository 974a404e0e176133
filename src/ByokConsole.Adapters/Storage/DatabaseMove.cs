using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Drafts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Carries what a console keeps in its file over to a PostgreSQL database that holds nothing yet: all of it or nothing. Triggers of the
/// schedule are not carried: a console gives every run one when it starts.
/// </summary>
public sealed class DatabaseMove(string databaseFile, SharedDatabase shared, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>Every table with how to carry it, those that others refer to first. The stamp is there already.</summary>
    private static readonly IReadOnlyList<(Type Type, Func<ConsoleDbContext, ConsoleDbContext, CancellationToken, Task<int>> Copy)> Tables =
    [
        (typeof(ClusterDraft), CopyAsync<ClusterDraft>),
        (typeof(RunRow), CopyAsync<RunRow>),
        (typeof(RunStepRow), CopyAsync<RunStepRow>),
        (typeof(RunEventRow), CopyAsync<RunEventRow>),
        (typeof(BindingRow), CopyAsync<BindingRow>),
        (typeof(KeyHealthRow), CopyAsync<KeyHealthRow>),
        (typeof(HealthChangeRow), CopyAsync<HealthChangeRow>),
        (typeof(NotificationRow), CopyAsync<NotificationRow>),
        (typeof(AuditRow), CopyAsync<AuditRow>),
        (typeof(IdempotentRequestRow), CopyAsync<IdempotentRequestRow>),
    ];

    /// <summary>What is carried over.</summary>
    internal static IEnumerable<Type> Carried => Tables.Select(table => table.Type);

    /// <summary>Moves it; returns how many rows of each table there were. No console may run on either meanwhile.</summary>
    /// <exception cref="DatabaseUnusableException">There is no file, the target holds something already, or either cannot be used.</exception>
    public async Task<IReadOnlyList<(string Table, int Rows)>> RunAsync(CancellationToken cancellationToken)
    {
        // Set aside already where an earlier move was cut off before its end.
        var file = new[] { databaseFile, databaseFile + DatabaseFiles.Moved }.FirstOrDefault(File.Exists)
            ?? throw new DatabaseUnusableException($"There is no database {databaseFile}. Give the DataFolder and the Mode of the console that has one.");
        try
        {
            var source = new ConsoleDbContext(Options(builder => builder.UseSqlite(DatabaseFiles.Unpooled(file, SqliteOpenMode.ReadWrite))));
            await using (source.ConfigureAwait(false))
            {
                await source.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
                return await MoveAsync(source, file, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw DatabaseUnusableException.Of(shared, e);
        }
    }

    private async Task<IReadOnlyList<(string Table, int Rows)>> MoveAsync(ConsoleDbContext source, string file, CancellationToken cancellationToken)
    {
        var stamp = await source.Stamps.AsNoTracking().SingleAsync(cancellationToken).ConfigureAwait(false);
        var storage = new StorageOptions { DatabaseFile = databaseFile, Shared = shared, TenantId = stamp.TenantId, World = stamp.World };
        var contexts = new PostgreSqlDbContextFactory(Options(builder => builder.UseNpgsql(storage.ConnectionString)));
        await new ConsoleDatabase(contexts, storage, new StartLock(storage), time).StartAsync(cancellationToken).ConfigureAwait(false);
        var target = contexts.CreateDbContext();
        await using (target.ConfigureAwait(false))
        {
            var transaction = await target.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RequireEmptyAsync(target, cancellationToken).ConfigureAwait(false);
                (await target.Stamps.SingleAsync(cancellationToken).ConfigureAwait(false)).Organisation = stamp.Organisation;
                List<(string, int)> carried = [];
                foreach (var (type, copy) in Tables)
                    carried.Add((target.Model.FindEntityType(type)!.GetTableName()!, await copy(source, target, cancellationToken).ConfigureAwait(false)));
                await CountOnAsync(target, cancellationToken).ConfigureAwait(false);
                // Before the commit: two databases with the same runs would be worked by two consoles.
                SetAside(file);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return carried;
            }
        }
    }

    private void SetAside(string file)
    {
        if (file == databaseFile)
            File.Move(file, databaseFile + DatabaseFiles.Moved);
    }

    private async Task RequireEmptyAsync(ConsoleDbContext target, CancellationToken cancellationToken)
    {
        if (await target.Drafts.AnyAsync(cancellationToken).ConfigureAwait(false) || await target.Runs.AnyAsync(cancellationToken).ConfigureAwait(false)
            || await target.AuditEntries.AnyAsync(cancellationToken).ConfigureAwait(false))
            throw new DatabaseUnusableException($"The database {shared} holds a console's data already. Name an empty one.");
    }

    private static async Task<int> CopyAsync<T>(ConsoleDbContext source, ConsoleDbContext target, CancellationToken cancellationToken)
        where T : class
    {
        var rows = 0;
        await foreach (var batch in source.Set<T>().AsNoTracking().AsAsyncEnumerable().Chunk(Batch).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            target.AddRange(batch);
            await target.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            target.ChangeTracker.Clear();
            rows += batch.Length;
        }

        return rows;
    }

    /// <summary>Numbers that the database gives go on after those that were carried over.</summary>
    private static async Task CountOnAsync(ConsoleDbContext target, CancellationToken cancellationToken)
    {
        foreach (var type in target.Model.GetEntityTypes())
        {
            if (type.FindPrimaryKey() is not { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } id] } || id.ClrType != typeof(long))
                continue;
            var (table, column) = (type.GetTableName(), id.GetColumnName());
            var sql = $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE(MAX(\"{column}\"), 0) + 1, false) FROM \"{table}\"";
            await target.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
        }
    }

    private static DbContextOptions<ConsoleDbContext> Options(Action<DbContextOptionsBuilder<ConsoleDbContext>> use)
    {
        var builder = new DbContextOptionsBuilder<ConsoleDbContext>();
        use(builder);
        return builder.Options;
    }
}
