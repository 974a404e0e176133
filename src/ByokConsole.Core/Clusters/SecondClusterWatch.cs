using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Core.Clusters;

/// <summary>Looks, with each sweep and after each run, whether a run's request made a second cluster, and keeps in that run's journal what was found.</summary>
public sealed partial class SecondClusterWatch(
    IKafkaClusters clusters, IRunStore runs, ConsoleMetrics metrics, TimeProvider time, ILogger<SecondClusterWatch> logger)
{
    /// <summary>One look. An environment that cannot be listed is left as it was; the next look is due with the next sweep.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var all = await runs.ListAsync(null, cancellationToken).ConfigureAwait(false);
        foreach (var environment in all.Where(IsWatched).Select(run => run.EnvironmentId).Distinct())
        {
            var listed = await clusters.ListAsync(environment, cancellationToken).ConfigureAwait(false);
            if (!listed.IsOk)
            {
                Log.NotListed(logger, environment, listed.Fault.Message);
                continue;
            }
            var own = await runs.ListAsync(environment, cancellationToken).ConfigureAwait(false);
            foreach (var (run, found) in SecondClusters.Find(listed.Value, own, time.GetUtcNow()))
                await KeepAsync(run, [.. found.Select(cluster => cluster.Id)], cancellationToken).ConfigureAwait(false);
        }
        var now = await runs.ListAsync(null, cancellationToken).ConfigureAwait(false);
        metrics.SecondClusters(now.Sum(run => RunAlarms.Seconds(run).Count()));
    }

    private bool IsWatched(Run run) => SecondClusters.IsWatched(run, time.GetUtcNow());

    private async Task KeepAsync(Run run, IReadOnlyList<string> found, CancellationToken cancellationToken)
    {
        var known = run.Facts.SecondClusters;
        List<(bool IsWarning, string Text)> news =
        [
            .. found.Except(known).Select(id => (true, ClusterSteps.SecondCluster(id, run.Facts.ClusterId!))),
            .. known.Except(found).Select(id => (false, ClusterSteps.SecondClusterGone(id))),
        ];
        if (news.Count == 0)
            return;
        // Whoever writes the run at the same moment is heard first; the next sweep finds the same again.
        if (!await runs.RemarkAsync(run with { Facts = run.Facts with { SecondClusters = found } }, news, time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            return;
        foreach (var (_, text) in news.Where(one => one.IsWarning))
            Log.Found(logger, run.Id, text);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Run {RunId}: {What}")]
        public static partial void Found(ILogger logger, string runId, string what);

        [LoggerMessage(LogLevel.Debug, "Environment {Environment} was not looked through for second clusters: {Reason}")]
        public static partial void NotListed(ILogger logger, string environment, string reason);
    }
}
