using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>Named requests in the console's database, each for a day.</summary>
internal sealed class IdempotentRequests(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time) : IIdempotentRequests
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<IdempotentRequest> BeginAsync(string id, string content, DateTimeOffset cloudTime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var past = now - Kept;
            await context.IdempotentRequests.Where(row => row.SentAt < past).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            if (await FindAsync(context, id, cancellationToken).ConfigureAwait(false) is { } known)
                return known;
            context.IdempotentRequests.Add(new IdempotentRequestRow { Id = id, Content = content, SentAt = now, CloudTime = cloudTime });
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return new IdempotentRequest(content, now, cloudTime, IsNew: true, null, null);
            }
            catch (DbUpdateException)
            {
                // Two at once: the key let one of them in.
                if (await FindAsync(context, id, cancellationToken).ConfigureAwait(false) is { } winner)
                    return winner;
                throw;
            }
        }
    }

    public async Task EndAsync(string id, int status, string body, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            await context.IdempotentRequests.Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, status).SetProperty(one => one.Body, body), cancellationToken).ConfigureAwait(false);
    }

    public async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            await context.IdempotentRequests.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IdempotentRequest?> FindAsync(ConsoleDbContext context, string id, CancellationToken cancellationToken)
        => await context.IdempotentRequests.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new IdempotentRequest(row.Content, row.SentAt, row.CloudTime, false, row.Status, row.Body))
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
}
