using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>
/// Journalling a run and scheduling it are two writes, and a process may die between them: at start and every minute, each run that should
/// be worked and has no trigger gets one.
/// </summary>
internal sealed partial class RunSweeper(
    IDbContextFactory<ConsoleDbContext> contexts, RunScheduler scheduler, TimeProvider time, ILogger<RunSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>One sweep; returns the runs that had no trigger.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var running = await context.Runs.AsNoTracking()
                .Where(run => run.State == RunState.Running)
                .Select(run => new { run.Id, run.NextLookAt })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var run in running)
            {
                if (await scheduler.EnsureAsync(run.Id, run.NextLookAt ?? time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
                    found.Add(run.Id);
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

        [LoggerMessage(LogLevel.Error, "The sweep for runs without a trigger failed; the next one is due in a minute")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
