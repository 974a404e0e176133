using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>Key health in the console's database. A change and the notification that it is owed, if anybody is to be told, are one transaction.</summary>
internal sealed class KeyHealthStore(IDbContextFactory<ConsoleDbContext> contexts, WebhookOptions webhook) : IKeyHealthStore
{
    public async Task<IReadOnlyList<KeyHealthReport>> ListAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            return await context.KeyHealth.AsNoTracking().Select(row => row.Report).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<KeyHealthReport?> FindAsync(string registrationId, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            return (await context.KeyHealth.AsNoTracking().SingleOrDefaultAsync(row => row.RegistrationId == registrationId, cancellationToken)
                .ConfigureAwait(false))?.Report;
    }

    public async Task RecordAsync(KeyHealthReport report, IReadOnlyList<HealthChange> changes, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            if (await context.KeyHealth.FindAsync([report.RegistrationId], cancellationToken).ConfigureAwait(false) is { } row)
                row.Report = report;
            else
                context.KeyHealth.Add(new KeyHealthRow { RegistrationId = report.RegistrationId, Report = report });
            foreach (var change in changes.Select(ToRow))
            {
                if (webhook.Url is null)
                    context.HealthChanges.Add(change);
                else
                    context.Notifications.Add(new NotificationRow { Change = change, NextAttemptAt = change.SeenAt });
            }

            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ForgetAsync(string registrationId, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
            await context.KeyHealth.Where(row => row.RegistrationId == registrationId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<HealthChange>> ChangesAsync(string? registrationId, int take, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.HealthChanges.AsNoTracking()
                .Where(row => registrationId == null || row.RegistrationId == registrationId)
                .OrderByDescending(row => row.Id)
                .Take(take)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ConvertAll(ToChange);
        }
    }

    internal static HealthChange ToChange(HealthChangeRow row)
        => new(
            row.Id, row.RegistrationId, row.ClusterId, row.Check, row.From, row.ObservedBefore, row.To, row.Observed, row.Explanation, row.SeenAt);

    private static HealthChangeRow ToRow(HealthChange change) => new()
    {
        RegistrationId = change.RegistrationId,
        ClusterId = change.ClusterId,
        Check = change.Check,
        From = change.From,
        ObservedBefore = change.ObservedBefore,
        To = change.To,
        Observed = change.Observed,
        Explanation = change.Explanation,
        SeenAt = change.SeenAt,
    };
}
