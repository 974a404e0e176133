using System.Net;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The clusters port over org/v2, networking/v1 and cmk/v2.</summary>
internal sealed class KafkaClusters(ConfluentPipeline pipeline) : IKafkaClusters
{
    private const string Path = "cmk/v2/clusters";

    /// <summary>An API key sees one organization: its own.</summary>
    public Task<Answer<string>> GetOrganizationIdAsync(CancellationToken cancellationToken)
        => pipeline.FirstAsync<WireOrganization, string>(
            Read("read the organization"), "org/v2/organizations", ClusterShapes.OrganizationId, cancellationToken);

    public Task<Answer<IReadOnlyList<ConfluentEnvironment>>> ListEnvironmentsAsync(CancellationToken cancellationToken)
        => pipeline.ListAsync<WireEnvironment, ConfluentEnvironment>(
            Read("list the environments"), "org/v2/environments?", ClusterShapes.Environment, cancellationToken);

    public Task<Answer<IReadOnlyList<ConfluentNetwork>>> ListNetworksAsync(string environmentId, CancellationToken cancellationToken)
        => InEnvironmentAsync<WireNetwork, ConfluentNetwork>("networks", "networking/v1/networks", environmentId, ClusterShapes.Network, cancellationToken);

    public Task<Answer<IReadOnlyList<KafkaCluster>>> ListAsync(string environmentId, CancellationToken cancellationToken)
        => InEnvironmentAsync<WireCluster, KafkaCluster>(
            "clusters", Path, environmentId, wire => ClusterShapes.Cluster(wire, environmentId), cancellationToken);

    public Task<Answer<KafkaCluster>> GetAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => pipeline.GetAsync<WireCluster, KafkaCluster>(
            Read($"read cluster {clusterId} of environment {environmentId}"),
            Path,
            clusterId,
            "?" + Environment(environmentId),
            wire => ClusterShapes.Cluster(wire, environmentId),
            cancellationToken);

    public Task<Answer<KafkaCluster>> CreateAsync(NewCluster cluster, CancellationToken cancellationToken)
        => pipeline.PostAsync<WireCluster, KafkaCluster>(
            CloudAct.Write(CloudService.ConfluentCloud, $"create cluster {cluster.DisplayName}"),
            Path,
            ClusterShapes.Body(cluster),
            HttpStatusCode.Accepted,
            wire => ClusterShapes.Cluster(wire, cluster.EnvironmentId),
            cancellationToken);

    /// <summary>
    /// The contract of these lists has no 404: an environment that is not there may be forbidden like one that may not be seen. The environments
    /// tell which it is.
    /// </summary>
    private async Task<Answer<IReadOnlyList<T>>> InEnvironmentAsync<TWire, T>(
        string what, string path, string environmentId, Func<TWire, T> map, CancellationToken cancellationToken)
    {
        var act = Read($"list the {what} of environment {environmentId}");
        var listed = await pipeline.ListAsync(act, $"{path}?{Environment(environmentId)}&", map, cancellationToken).ConfigureAwait(false);
        if (listed.Fault is not { Kind: FaultKind.Forbidden } refusal)
            return listed;
        var environments = await ListEnvironmentsAsync(cancellationToken).ConfigureAwait(false);
        return environments.IsOk && environments.Value.All(environment => environment.Id != environmentId)
            ? pipeline.NotThere<IReadOnlyList<T>>(act, refusal)
            : listed;
    }

    private static string Environment(string id) => $"environment={Uri.EscapeDataString(id)}";

    private static CloudAct Read(string what) => CloudAct.Read(CloudService.ConfluentCloud, what);
}
