using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>
/// The gauge of active connections. A cluster is sampled at each full minute from the time it is up; a sample is published three minutes
/// later and kept for seven days. Nothing is recorded for it: every sample follows from the dated changes and the clouds' clock.
/// </summary>
internal sealed class ActiveConnections(World world, CloudClock clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The points of one cluster, newest first: in each bucket the average of the samples that there are.</summary>
    public IReadOnlyList<(DateTimeOffset At, double Value)> Of(ClusterRecord cluster, MetricsQuery query)
    {
        var connections = world.Connections.Find(cluster.Id);
        var start = query.Intervals.Min(interval => interval.From);
        return
        [
            .. Samples(cluster)
                .Where(at => query.Intervals.Any(interval => interval.Holds(at)))
                .GroupBy(at => query.Granularity.Bucket is { } bucket ? Floor(at, bucket) : start)
                .Select(bucket => (bucket.Key, bucket.Average(at => (double)(connections?.CountAt(at) ?? 0))))
                .OrderByDescending(point => point.Key),
        ];
    }

    /// <summary>The minutes at which the cluster was sampled, as far as they are published and still kept.</summary>
    private IEnumerable<DateTimeOffset> Samples(ClusterRecord cluster)
    {
        var now = clock.GetUtcNow();
        var first = cluster.ReadyAt > now - Kept ? cluster.ReadyAt : now - Kept;
        var aligned = Floor(first, Minute);
        for (var at = aligned < first ? aligned + Minute : aligned; at <= now - Lag; at += Minute)
            yield return at;
    }

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan unit) => new(at.UtcTicks - (at.UtcTicks % unit.Ticks), TimeSpan.Zero);
}
