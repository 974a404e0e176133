using System.Text.Json;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Confluent;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Shapes of org/v2, networking/v1 and cmk/v2 as the domain's. Words of open sets are kept as they came.</summary>
internal static class ClusterShapes
{
    /// <summary>Key of the endpoint that the internet reaches, among the endpoints of a cluster.</summary>
    private const string PublicEndpoint = "PUBLIC";

    public static string OrganizationId(WireOrganization wire) => wire.Id ?? throw new JsonException("The organization has no id.");

    public static ConfluentEnvironment Environment(WireEnvironment wire)
    {
        var id = wire.Id ?? throw new JsonException("The environment has no id.");
        return new(id, wire.DisplayName ?? id);
    }

    public static ConfluentNetwork Network(WireNetwork wire)
    {
        var id = wire.Id ?? throw new JsonException("The network has no id.");
        var spec = wire.Spec ?? throw new JsonException("The network has no spec.");
        return new(
            id,
            spec.DisplayName ?? id,
            spec.Cloud ?? "",
            spec.Region ?? "",
            [.. (spec.ConnectionTypes ?? []).Select(Kind).OfType<NetworkKind>()],
            wire.Status?.Phase ?? "",
            string.IsNullOrEmpty(spec.Cidr) ? null : spec.Cidr);
    }

    public static KafkaCluster Cluster(WireCluster wire, string environmentId)
    {
        var spec = wire.Spec ?? throw new JsonException("The cluster has no spec.");
        var endpoint = Endpoint(spec);
        return new()
        {
            Id = wire.Id ?? throw new JsonException("The cluster has no id."),
            EnvironmentId = spec.Environment?.Id ?? environmentId,
            DisplayName = spec.DisplayName ?? wire.Id,
            Type = spec.Config?.Kind ?? "",
            Cloud = spec.Cloud ?? "",
            Region = spec.Region ?? "",
            AvailabilityText = spec.Availability ?? "",
            Cku = spec.Config?.Cku,
            StatusCku = wire.Status?.Cku,
            Phase = wire.Status?.Phase ?? throw new JsonException("The cluster has no phase."),
            NetworkId = Id(spec.Network),
            KeyRegistrationId = Id(spec.Byok),
            DeletionProtection = spec.DeletionProtection ?? false,
            BootstrapEndpoint = Text(endpoint?.KafkaBootstrapEndpoint ?? spec.KafkaBootstrapEndpoint),
            RestEndpoint = Text(endpoint?.HttpEndpoint ?? spec.HttpEndpoint),
            CreatedAt = wire.Metadata?.CreatedAt,
        };
    }

    public static WireNewCluster Body(NewCluster cluster) => new(new()
    {
        DisplayName = cluster.DisplayName,
        Availability = cluster.Availability is Availability.MultiZone ? "MULTI_ZONE" : "SINGLE_ZONE",
        Cloud = "AZURE",
        Region = cluster.Region,
        Config = new("Dedicated", cluster.Cku),
        Environment = new(cluster.EnvironmentId),
        Network = cluster.NetworkId is { } network ? new(network) : null,
        Byok = cluster.KeyRegistrationId is { } registration ? new(registration) : null,
    });

    private static WireClusterSpec.ClusterEndpoint? Endpoint(WireClusterSpec spec)
        => spec.Endpoints is not { Count: > 0 } endpoints
            ? null
            : endpoints.TryGetValue(PublicEndpoint, out var open) ? open : endpoints.Values.First();

    private static NetworkKind? Kind(string connectionType) => connectionType.ToUpperInvariant() switch
    {
        "PEERING" => NetworkKind.Peering,
        "PRIVATELINK" => NetworkKind.PrivateLink,
        // Not offered on Azure, or unknown today.
        _ => null,
    };

    private static string? Id(WireReference? reference) => Text(reference?.Id);

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
