using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>The operation journal in the console's database. Each write is one transaction, and is told to whoever watches the run.</summary>
internal sealed class RunStore(IDbContextFactory<ConsoleDbContext> contexts, RunFeed feed, ConsoleMetrics metrics, TimeProvider time) : IRunStore
{
    public async Task<Run> AddOrGetAsync(Run run, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (await FindByKeyAsync(idempotencyKey, cancellationToken).ConfigureAwait(false) is { } first)
            return first;
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            context.Runs.Add(RunShapes.ToRow(run, idempotencyKey));
            context.AuditEntries.Add(Audit(run, run.CreatedAt, $"Started {run.Kind} for {run.Subject}"));
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException)
            {
                // Two at once: the unique key let one of them in.
                if (await FindByKeyAsync(idempotencyKey, cancellationToken).ConfigureAwait(false) is { } winner)
                    return winner;
                throw;
            }
        }
        feed.Publish(run.Id);
        return run;
    }

    public async Task<Run?> FindByKeyAsync(string idempotencyKey, CancellationToken cancellationToken)
        => (await ReadAsync(runs => runs.Where(run => run.IdempotencyKey == idempotencyKey), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public async Task<Run?> FindAsync(string id, CancellationToken cancellationToken)
        => (await ReadAsync(runs => runs.Where(run => run.Id == id), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public Task<IReadOnlyList<Run>> ListAsync(string? environmentId, CancellationToken cancellationToken)
        => ReadAsync(
            runs => runs.Where(run => environmentId == null || run.EnvironmentId == environmentId).OrderByDescending(run => run.CreatedAt),
            cancellationToken);

    public Task<Run?> TakeAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            (_, row) =>
            {
                if (row.EndedAt is not null)
                    return false;
                row.Fence++;
                return true;
            },
            cancellationToken);

    public async Task<bool> TryWriteAsync(Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken)
    {
        var ends = false;
        var written = await ChangeAsync(
            run.Id,
            (context, row) =>
            {
                if (row.Fence != run.Fence)
                    return false;
                ends = run.HasEnded && row.EndedAt is null;
                if (ends)
                    context.AuditEntries.Add(Audit(run, time.GetUtcNow(), $"{run.State}: {run.Kind} for {run.Subject}"));
                // A deed is written once, and becomes an audit entry with the very write that adds it.
                context.AuditEntries.AddRange(run.Facts.Deeds.Skip(row.Facts.Deeds.Count).Select(deed => Audit(run.Id, deed)));
                RunShapes.Copy(run, row);
                context.RunEvents.AddRange(newEvents.Select(entry => RunShapes.ToRow(run.Id, entry)));
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        if (written is not null && ends)
            metrics.Ended(run.Kind, run.State);
        return written is not null;
    }

    public async Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, int afterSequence, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.RunEvents.AsNoTracking()
                .Where(entry => entry.RunId == runId && entry.Sequence > afterSequence)
                .OrderBy(entry => entry.Sequence)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ConvertAll(RunShapes.ToEvent);
        }
    }

    /// <summary>Reads, changes and writes in one go; when another writer came between, from the start.</summary>
    private async Task<Run?> ChangeAsync(string id, Func<ConsoleDbContext, RunRow, bool> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                var row = await context.Runs.Include(run => run.Steps).SingleOrDefaultAsync(run => run.Id == id, cancellationToken)
                    .ConfigureAwait(false);
                if (row is null || !change(context, row))
                    return null;
                row.Revision++;
                try
                {
                    await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (DbUpdateException e)
                {
                    // Another writer's line of the log has the same number as ours, and collides before the run's own revision does.
                    if (e is not DbUpdateConcurrencyException && !await HasMovedOnAsync(row, cancellationToken).ConfigureAwait(false))
                        throw;
                    continue;
                }
                feed.Publish(id);
                return RunShapes.ToRun(row);
            }
        }
    }

    private async Task<bool> HasMovedOnAsync(RunRow read, CancellationToken cancellationToken)
        => await FindAsync(read.Id, cancellationToken).ConfigureAwait(false) is { } now && now.Revision >= read.Revision;

    private async Task<IReadOnlyList<Run>> ReadAsync(Func<IQueryable<RunRow>, IQueryable<RunRow>> select, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await select(context.Runs.AsNoTracking().Include(run => run.Steps)).ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ConvertAll(RunShapes.ToRun);
        }
    }

    private static AuditRow Audit(string runId, Deed deed) => new()
    {
        At = deed.At,
        Who = deed.By,
        What = deed.RequestId is { } request ? $"{deed.What} (request {request})" : deed.What,
        Subject = runId,
    };

    private static AuditRow Audit(Run run, DateTimeOffset at, string what) => new() { At = at, Who = run.StartedBy, What = what, Subject = run.Id };
}
