using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>Drafts in the console's database.</summary>
internal sealed class DraftStore(IDbContextFactory<ConsoleDbContext> contexts) : IDraftStore
{
    public async Task<ClusterDraft?> FindAsync(string id, CancellationToken cancellationToken)
        => (await ReadAsync(drafts => drafts.Where(draft => draft.Id == id), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public Task<IReadOnlyList<ClusterDraft>> ListAsync(string environmentId, CancellationToken cancellationToken)
        => ReadAsync(
            drafts => drafts.Where(draft => draft.EnvironmentId == environmentId && draft.Revision > 0).OrderByDescending(draft => draft.SavedAt), cancellationToken);

    public async Task AddAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            context.Drafts.Add(draft);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<bool> TrySaveAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var entry = context.Update(draft);
            entry.Property(row => row.Revision).OriginalValue = draft.Revision;
            draft.Revision++;
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (Exception e)
            {
                // Nothing was written, so the caller's draft still has the revision that it was read with.
                draft.Revision--;
                if (e is DbUpdateConcurrencyException)
                    return false;
                throw;
            }
        }
    }

    public async Task DeleteUntouchedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            await context.Drafts.Where(draft => draft.Revision == 0 && draft.CreatedAt < before).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            await context.Drafts.Where(draft => draft.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ClusterDraft>> ReadAsync(
        Func<IQueryable<ClusterDraft>, IQueryable<ClusterDraft>> select, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var drafts = await select(context.Drafts.AsNoTracking()).ToListAsync(cancellationToken).ConfigureAwait(false);
            var ids = drafts.ConvertAll(draft => draft.Id);
            var runs = await context.Runs.AsNoTracking()
                .Where(run => run.DraftId != null && ids.Contains(run.DraftId))
                .OrderByDescending(run => run.CreatedAt)
                .Select(run => new { run.Id, run.DraftId, run.Kind, run.EndedAt })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var draft in drafts)
            {
                draft.ActiveRunId = runs.Find(run => run.DraftId == draft.Id && run.EndedAt is null)?.Id;
                draft.LastLaunchRunId = runs.Find(run => run.DraftId == draft.Id && run.Kind is RunKind.CreateCluster)?.Id;
            }
            return drafts;
        }
    }
}
