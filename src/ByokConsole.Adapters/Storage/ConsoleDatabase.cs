using ByokConsole.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>Brings the database up to date at start, and refuses one that belongs to another tenant or another sandbox.</summary>
internal sealed class ConsoleDatabase(
    IDbContextFactory<ConsoleDbContext> contexts, StorageOptions options, StartLock start, TimeProvider time) : IHostedService
{
    /// <exception cref="DatabaseStampException">The database belongs to another tenant or another sandbox.</exception>
    /// <exception cref="DatabaseUnusableException">The shared database cannot be reached, or does not let this console do its work.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Shared is null && !File.Exists(options.DatabaseFile) && File.Exists(options.DatabaseFile + DatabaseFiles.Moved))
            throw DatabaseUnusableException.Moved(options.DatabaseFile);
        try
        {
            await start.AloneAsync(PrepareAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (options.Shared is null && DatabaseTrouble.Of(e) is { } trouble)
        {
            throw new DatabaseUnusableException($"The database {options.DatabaseFile} cannot be used. {trouble.What} {trouble.Remedy}", e);
        }
        catch (NpgsqlException e) when (options.Shared is { } shared)
        {
            throw DatabaseUnusableException.Of(shared, e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await ReleaseMigrationLockAsync(context, cancellationToken).ConfigureAwait(false);
            // EF asks for this table before it makes it, and PostgreSQL's refusal would be logged as an error.
            await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            await StampAsync(context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// On SQLite a process that is killed while it migrates leaves EF's lock behind for good, and the next start would wait for it for ever.
    /// One console at a time has the data folder, so whoever comes here owns the lock.
    /// </summary>
    private static async Task ReleaseMigrationLockAsync(ConsoleDbContext context, CancellationToken cancellationToken)
    {
        if (!context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
            return;
        var tables = await context.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken).ConfigureAwait(false);
        if (tables > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken).ConfigureAwait(false);
    }

    private async Task StampAsync(ConsoleDbContext context, CancellationToken cancellationToken)
    {
        var stamp = await context.Stamps.SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (stamp is null)
            context.Stamps.Add(stamp = new StampRow { TenantId = options.TenantId, StampedAt = time.GetUtcNow() });
        if (stamp.TenantId != options.TenantId)
            throw DatabaseStampException.Of(options.DatabaseName, $"tenant {stamp.TenantId}", $"tenant {options.TenantId}");
        if (options.World is { } world && world != (stamp.World ??= world))
            throw DatabaseStampException.OfSandbox(options.DatabaseName, stamp.World, world);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
