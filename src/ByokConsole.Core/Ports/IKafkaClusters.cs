using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Ports;

/// <summary>Confluent's environments (org/v2), networks (networking/v1) and clusters (cmk/v2).</summary>
public interface IKafkaClusters
{
    /// <summary>Id of the organization that the configured API key belongs to.</summary>
    Task<Answer<string>> GetOrganizationIdAsync(CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<ConfluentEnvironment>>> ListEnvironmentsAsync(CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<ConfluentNetwork>>> ListNetworksAsync(string environmentId, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<KafkaCluster>>> ListAsync(string environmentId, CancellationToken cancellationToken);

    Task<Answer<KafkaCluster>> GetAsync(string environmentId, string clusterId, CancellationToken cancellationToken);

    /// <summary>A POST: sent once, never replayed; a fault with <see cref="CloudFault.OutcomeUnknown"/> means look before asking again.</summary>
    Task<Answer<KafkaCluster>> CreateAsync(NewCluster cluster, CancellationToken cancellationToken);
}
