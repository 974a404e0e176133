namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>cmk.v2.Cluster of confluentinc/ccloud-sdk-go-v2, cmk/v2/api/openapi.yaml.</summary>
internal sealed record WireCluster(string? Id, WireMetadata? Metadata, WireClusterSpec? Spec, WireCluster.ClusterStatus? Status)
{
    internal sealed record ClusterStatus(string? Phase, int? Cku);
}
