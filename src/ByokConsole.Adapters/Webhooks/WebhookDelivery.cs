using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.Webhooks;

/// <summary>
/// Tells what is owed, oldest first, at least once: a row goes only when the other side took it, so a crash between the two tells it again,
/// under the same id. What is not taken is tried again after 10 s, 20 s, 40 s, … an hour at most.
/// </summary>
internal sealed partial class WebhookDelivery(
    IDbContextFactory<ConsoleDbContext> contexts, WebhookOptions options, WebhookClient client, TimeProvider time, ILogger<WebhookDelivery> logger)
    : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the other side may take to answer.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Tells what is due now; returns how many were taken.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var now = time.GetUtcNow();
            var due = await context.Notifications.AsNoTracking().Include(row => row.Change)
                .Where(row => row.NextAttemptAt <= now).OrderBy(row => row.ChangeId).Take(AtOnce)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            var taken = 0;
            foreach (var row in due)
            {
                if (await ClaimAsync(context, row, cancellationToken).ConfigureAwait(false)
                    && await TellAsync(context, row, cancellationToken).ConfigureAwait(false))
                    taken++;
            }

            return taken;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Url is null)
            return;
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await DeliverAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Of several consoles one tells: the one that counts the attempt. The others see it due again after a while, should this one not come
    /// to the end of it.
    /// </summary>
    private async Task<bool> ClaimAsync(ConsoleDbContext context, NotificationRow row, CancellationToken cancellationToken)
    {
        var again = time.GetUtcNow() + Claim;
        return await context.Notifications.Where(owed => owed.ChangeId == row.ChangeId && owed.Attempts == row.Attempts)
            .ExecuteUpdateAsync(
                owed => owed.SetProperty(one => one.Attempts, one => one.Attempts + 1).SetProperty(one => one.NextAttemptAt, again), cancellationToken)
            .ConfigureAwait(false) == 1;
    }

    private async Task<bool> TellAsync(ConsoleDbContext context, NotificationRow row, CancellationToken cancellationToken)
    {
        var refusal = await client.TellAsync(KeyHealthStore.ToChange(row.Change), cancellationToken).ConfigureAwait(false);
        var owed = context.Notifications.Where(one => one.ChangeId == row.ChangeId);
        if (refusal is null)
        {
            await owed.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }

        var again = time.GetUtcNow() + Pause(row.Attempts);
        Log.NotTaken(logger, row.ChangeId, refusal, again);
        await owed.ExecuteUpdateAsync(one => one.SetProperty(it => it.NextAttemptAt, again), cancellationToken).ConfigureAwait(false);
        return false;
    }

    private static TimeSpan Pause(int attempts)
        => attempts >= 9 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << attempts));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The webhook did not take change {ChangeId}: {Refusal}. It is told again at {NextAttemptAt}")]
        public static partial void NotTaken(ILogger logger, long changeId, string refusal, DateTimeOffset nextAttemptAt);

        [LoggerMessage(LogLevel.Error, "What is owed to the webhook could not be read; the next look is due in seconds")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
