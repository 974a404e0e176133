using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>
/// Journalling a run and scheduling it are two writes, and a process may die between them or stop: at start and every ten seconds, each run
/// that should be worked now and has no trigger gets one.
/// </summary>
internal sealed partial class RunSweeper(
    IDbContextFactory<ConsoleDbContext> contexts, RunScheduler scheduler, TimeProvider time, ILogger<RunSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>One sweep; returns the runs that had no trigger.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var now = time.GetUtcNow();
            var due = await context.Runs.AsNoTracking()
                .Where(run => run.State == RunState.Running && (run.NextLookAt == null || run.NextLookAt <= now))
                .Select(run => run.Id)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var runId in due)
            {
                if (await scheduler.EnsureAsync(runId, cancellationToken).ConfigureAwait(false))
                    found.Add(runId);
            }
        }
        foreach (var runId in found)
            Log.Found(logger, runId);
        return found;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.SweepFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Run {RunId} had no trigger and has one again")]
        public static partial void Found(ILogger logger, string runId);

        [LoggerMessage(LogLevel.Error, "The sweep for runs without a trigger failed; the next one is due in seconds")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
