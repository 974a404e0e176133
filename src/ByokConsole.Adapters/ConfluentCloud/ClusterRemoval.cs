using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The port that takes clusters away, over cmk/v2. The retry layer repeats neither PATCH nor DELETE.</summary>
internal sealed class ClusterRemoval(ConfluentPipeline pipeline) : IClusterRemoval
{
    private const string Path = "cmk/v2/clusters";

    public Task<Answer<KafkaCluster>> UnprotectAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => pipeline.PatchAsync<WireCluster, KafkaCluster>(
            Write($"turn deletion protection of cluster {clusterId} off"),
            Path,
            clusterId,
            new WireClusterChange(new() { Environment = new(environmentId), DeletionProtection = false }),
            wire => ClusterShapes.Cluster(wire, environmentId),
            cancellationToken);

    public Task<Answer<bool>> DeleteAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => pipeline.DeleteAsync(
            Write($"delete cluster {clusterId}"), Path, clusterId, $"?environment={Uri.EscapeDataString(environmentId)}", cancellationToken);

    private static CloudAct Write(string what) => CloudAct.Write(CloudService.ConfluentCloud, what);
}
