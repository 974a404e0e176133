using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>
/// Journalling a run and scheduling it are two writes, and a process may die between them or stop: at start and every ten seconds, each run
/// that should be worked now and has no trigger gets one. And where the machine's clock went back, every run looks at once: what was due in a
/// minute would else be due in a day.
/// </summary>
internal sealed partial class RunSweeper(
    IDbContextFactory<ConsoleDbContext> contexts, RunScheduler scheduler, TimeProvider time, ILogger<RunSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>More than a clock that is kept in step is ever put back by.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private (DateTimeOffset Wall, long Steady)? _before;

    /// <summary>One sweep; returns the runs that had no trigger, or one that would fire too late.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (now, isBack) = (time.GetUtcNow(), WentBack());
            var due = await context.Runs.AsNoTracking()
                .Where(run => run.State == RunState.Running && (isBack || run.NextLookAt == null || run.NextLookAt <= now))
                .Select(run => new { run.Id, IsLate = run.NextLookAt > now })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var run in due)
            {
                if (run.IsLate)
                    await scheduler.WakeAsync(run.Id, cancellationToken).ConfigureAwait(false);
                if (run.IsLate || await scheduler.EnsureAsync(run.Id, cancellationToken).ConfigureAwait(false))
                    found.Add(run.Id);
            }
        }
        foreach (var runId in found)
            Log.Found(logger, runId);
        return found;
    }

    /// <summary>True when the clock was put back since the sweep before.</summary>
    private bool WentBack()
    {
        var (wall, steady) = (time.GetUtcNow(), time.GetTimestamp());
        var isBack = _before is { } before && wall - before.Wall < time.GetElapsedTime(before.Steady, steady) - Step;
        _before = (wall, steady);
        return isBack;
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
        [LoggerMessage(LogLevel.Information, "Run {RunId} had no trigger that fires in time, and has one again")]
        public static partial void Found(ILogger logger, string runId);

        [LoggerMessage(LogLevel.Error, "The sweep for runs without a trigger failed; the next one is due in seconds")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
