using ByokConsole.Core.Clouds;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Core.Ports;

/// <summary>Connections to clusters, as Confluent's metrics API publishes them some minutes later. Managed connectors count as clients.</summary>
public interface IConnectionMetrics
{
    /// <summary>
    /// Open connections per minute, oldest first, from <paramref name="from"/> until <paramref name="to"/> (whole minutes, the cloud's clock).
    /// A minute without a point was not published, or not sampled: that is unknown, never zero.
    /// </summary>
    Task<Answer<IReadOnlyList<MetricPoint>>> ConnectionsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Who was connected in that time, most connections first; empty where the metrics do not tell principals apart.</summary>
    Task<Answer<IReadOnlyList<ConnectedPrincipal>>> PrincipalsAsync(
        string clusterId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
