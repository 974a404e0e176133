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
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Tells what is due now; returns how many were taken.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            // Times are compared here: SQLite keeps them as text.
            var owed = await context.Notifications.Include(row => row.Change).OrderBy(row => row.ChangeId).ToListAsync(cancellationToken).ConfigureAwait(false);
            var taken = 0;
            foreach (var row in owed.Where(row => row.NextAttemptAt <= time.GetUtcNow()).Take(AtOnce))
                taken += await TellAsync(context, row, cancellationToken).ConfigureAwait(false) ? 1 : 0;
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

    private async Task<bool> TellAsync(ConsoleDbContext context, NotificationRow row, CancellationToken cancellationToken)
    {
        var refusal = await client.TellAsync(KeyHealthStore.ToChange(row.Change), cancellationToken).ConfigureAwait(false);
        if (refusal is null)
        {
            context.Notifications.Remove(row);
        }
        else
        {
            row.NextAttemptAt = time.GetUtcNow() + Pause(row.Attempts++);
            Log.NotTaken(logger, row.ChangeId, refusal, row.NextAttemptAt);
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return refusal is null;
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
