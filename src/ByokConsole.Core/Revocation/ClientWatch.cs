using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Revocation;

/// <summary>
/// Judges from the metrics whether clients are stopped: nobody connected in any minute of a window that ends before the published lag. A
/// minute without a point is unknown, and unknown is not quiet.
/// </summary>
public sealed class ClientWatch(IConnectionMetrics metrics)
{
    /// <summary>How long nobody may have been connected.</summary>
    public static readonly TimeSpan MustBeQuietFor = TimeSpan.FromMinutes(15);

    /// <summary>Points are published within three minutes, which is not guaranteed (it was five once): younger minutes tell nothing.</summary>
    public static readonly TimeSpan PublishedLag = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    /// <summary>Reads the last hour.</summary>
    /// <param name="now">The cloud's clock.</param>
    public async Task<ConnectionReading> ReadAsync(string clusterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var thisMinute = Floor(now);
        var to = Floor(now - PublishedLag);
        var asked = await metrics.ConnectionsAsync(clusterId, thisMinute - Shown, thisMinute, cancellationToken).ConfigureAwait(false);
        if (!asked.IsOk)
            return new ConnectionReading(now, to - MustBeQuietFor, to, ConnectionVerdict.Unknown, []) { Fault = asked.Fault.Message };
        var reading = Judge(asked.Value, to, now);
        return reading.Newest is not > 0 ? reading : reading with { Connected = await WhoAsync(clusterId, reading, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>The verdict over the window that ends at <paramref name="to"/> (a whole minute).</summary>
    public static ConnectionReading Judge(IReadOnlyList<MetricPoint> points, DateTimeOffset to, DateTimeOffset now)
    {
        var ordered = points.OrderBy(point => point.At).ToList();
        var minutes = ordered.GroupBy(point => Floor(point.At)).ToDictionary(group => group.Key, group => group.Max(point => point.Value));
        var from = to - MustBeQuietFor;
        var window = Enumerable.Range(0, (int)MustBeQuietFor.TotalMinutes).Select(index => from + (index * Minute)).ToList();
        // Somebody who shows up after the window's end is connected all the same.
        var verdict = minutes.Any(minute => minute.Key >= from && minute.Value > 0) ? ConnectionVerdict.Connected
            : window.TrueForAll(minutes.ContainsKey) ? ConnectionVerdict.Quiet
            : ConnectionVerdict.Unknown;
        return new ConnectionReading(now, from, to, verdict, ordered) { QuietFor = QuietFor(minutes, to) };
    }

    private static TimeSpan QuietFor(Dictionary<DateTimeOffset, double> minutes, DateTimeOffset to)
    {
        var quiet = TimeSpan.Zero;
        while (minutes.TryGetValue(to - quiet - Minute, out var value) && value == 0)
            quiet += Minute;
        return quiet;
    }

    /// <summary>Who is still connected is a help to the person, no condition: what cannot be told is left out.</summary>
    private async Task<IReadOnlyList<ConnectedPrincipal>> WhoAsync(string clusterId, ConnectionReading reading, CancellationToken cancellationToken)
    {
        var minute = Floor(reading.Points[^1].At);
        var answer = await metrics.PrincipalsAsync(clusterId, minute, minute + Minute, cancellationToken).ConfigureAwait(false);
        return answer.IsOk ? answer.Value : [];
    }

    private static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Minute.Ticks), TimeSpan.Zero);
}
