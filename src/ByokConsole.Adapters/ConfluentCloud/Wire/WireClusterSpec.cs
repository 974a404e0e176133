namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>cmk.v2.ClusterSpec: what is asked for, and (read-only) where the cluster answers.</summary>
internal sealed record WireClusterSpec
{
    public string? DisplayName { get; init; }
    public string? Availability { get; init; }
    public string? Cloud { get; init; }
    public string? Region { get; init; }
    public ClusterConfig? Config { get; init; }
    public WireReference? Environment { get; init; }
    public WireReference? Network { get; init; }
    public WireReference? Byok { get; init; }
    public bool? DeletionProtection { get; init; }

    /// <summary>Deprecated in favour of <see cref="Endpoints"/>, and still sent.</summary>
    public string? KafkaBootstrapEndpoint { get; init; }
    public string? HttpEndpoint { get; init; }
    public IReadOnlyDictionary<string, ClusterEndpoint>? Endpoints { get; init; }

    /// <summary>cmk.v2.Dedicated and its siblings; only Dedicated has CKUs.</summary>
    internal sealed record ClusterConfig(string? Kind, int? Cku);

    internal sealed record ClusterEndpoint(string? KafkaBootstrapEndpoint, string? HttpEndpoint);
}
