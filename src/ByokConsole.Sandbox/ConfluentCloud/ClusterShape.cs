using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>A cluster as cmk/v2 writes it. Its phase comes from its dates.</summary>
internal static class ClusterShape
{
    public static JsonObject Write(ClusterRecord cluster, DateTimeOffset now)
    {
        var ready = now >= cluster.ReadyAt;
        var config = new JsonObject { ["kind"] = cluster.Type };
        var status = new JsonObject { ["phase"] = ready ? "PROVISIONED" : "PROVISIONING" };
        if (cluster.Type == "Dedicated")
        {
            config["cku"] = cluster.Cku;
            config["zones"] = Http.JsonReading.Array(cluster.Availability is "MULTI_ZONE" or "HIGH" ? ZonesOf(3) : ZonesOf(1));
            status["cku"] = cluster.Cku;
        }

        return new JsonObject
        {
            ["api_version"] = "cmk/v2",
            ["kind"] = "Cluster",
            ["id"] = cluster.Id,
            ["metadata"] = PlaceRoutes.Metadata(
                $"cmk/v2/clusters/{cluster.Id}", $"{PlaceRoutes.Crn(cluster.EnvironmentId)}/cloud-cluster={cluster.Id}", cluster.CreatedAt),
            ["spec"] = Spec(cluster, config, ready),
            ["status"] = status,
        };
    }

    private static JsonObject Spec(ClusterRecord cluster, JsonObject config, bool ready)
    {
        var spec = new JsonObject
        {
            ["display_name"] = cluster.DisplayName,
            ["availability"] = cluster.Availability,
            ["cloud"] = "AZURE",
            ["region"] = cluster.Region,
            ["config"] = config,
            ["deletion_protection"] = cluster.DeletionProtection,
            ["environment"] = PlaceRoutes.Reference(cluster.EnvironmentId, $"org/v2/environments/{cluster.EnvironmentId}", PlaceRoutes.Crn(cluster.EnvironmentId)),
        };
        // On a private network the endpoints are empty until the cluster is up.
        if (ready || cluster.NetworkId is null)
        {
            var host = $"{cluster.Id.Replace("lkc-", "pkc-", StringComparison.Ordinal)}.{cluster.Region}.azure.confluent.cloud";
            spec["kafka_bootstrap_endpoint"] = $"SASL_SSL://{host}:9092";
            spec["http_endpoint"] = $"https://{host}:443";
        }

        if (cluster.NetworkId is { } network)
            spec["network"] = PlaceRoutes.Reference(network, $"networking/v1/networks/{network}", $"{PlaceRoutes.Crn(cluster.EnvironmentId)}/network={network}", cluster.EnvironmentId);
        if (cluster.RegistrationId is { } key)
            spec["byok"] = PlaceRoutes.Reference(key, $"byok/v1/keys/{key}", $"{PlaceRoutes.Crn()}/key={key}");
        return spec;
    }

    private static IEnumerable<string> ZonesOf(int count) => Enumerable.Range(1, count).Select(zone => zone.ToString(CultureInfo.InvariantCulture));
}
