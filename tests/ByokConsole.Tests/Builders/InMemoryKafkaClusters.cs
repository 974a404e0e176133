using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Builders;

/// <summary>Confluent's environments, networks and clusters, as a test sets them up; counts what it is asked.</summary>
public sealed class InMemoryKafkaClusters : IKafkaClusters
{
    public List<ConfluentEnvironment> Environments { get; } = [new("env-9kx2v", "default"), new("env-4mq7d", "staging")];

    public List<ConfluentNetwork> Networks { get; } = [];

    public List<KafkaCluster> Clusters { get; } = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    /// <summary>While set, lists are answered only when it completes.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public DateTimeOffset? CloudTime { get; set; }

    public int Listed { get; private set; }

    public async Task<Answer<string>> GetOrganizationIdAsync(CancellationToken cancellationToken) => await AnswerAsync("org-1");

    public async Task<Answer<IReadOnlyList<ConfluentEnvironment>>> ListEnvironmentsAsync(CancellationToken cancellationToken)
        => await AnswerAsync<IReadOnlyList<ConfluentEnvironment>>([.. Environments]);

    public async Task<Answer<IReadOnlyList<ConfluentNetwork>>> ListNetworksAsync(string environmentId, CancellationToken cancellationToken)
        => await AnswerAsync<IReadOnlyList<ConfluentNetwork>>([.. Networks]);

    public async Task<Answer<IReadOnlyList<KafkaCluster>>> ListAsync(string environmentId, CancellationToken cancellationToken)
    {
        Listed++;
        return await AnswerAsync<IReadOnlyList<KafkaCluster>>([.. Clusters.Where(cluster => cluster.EnvironmentId == environmentId)]);
    }

    public async Task<Answer<KafkaCluster>> GetAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => Clusters.FirstOrDefault(cluster => cluster.EnvironmentId == environmentId && cluster.Id == clusterId) is { } found
            ? await AnswerAsync(found)
            : Fault ?? new CloudFault(CloudService.ConfluentCloud, FaultKind.NotFound, "The cluster was not found.") { Status = 404 };

    public Task<Answer<KafkaCluster>> CreateAsync(NewCluster cluster, CancellationToken cancellationToken)
        => throw new InvalidOperationException("These tests make no cluster.");

    private async Task<Answer<T>> AnswerAsync<T>(T value)
        where T : class
    {
        if (Gate is not null)
            await Gate.Task;
        return Fault is null ? new Answer<T>(value) { CloudTime = CloudTime } : Fault;
    }
}
