using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>A cluster as cmk/v2 writes it. Its phase and its CKUs in effect come from its dates.</summary>
internal static class ClusterShape
{
    public static JsonObject Write(ClusterRecord cluster, NetworkRecord? network, DateTimeOffset now)
    {
        var status = new JsonObject { ["phase"] = IsReady(cluster, now) ? "PROVISIONED" : "PROVISIONING" };
        // Always sent, PROVISIONING included: the vendor's own tool reads it unguarded.
        if (cluster.Type == "Dedicated")
            status["cku"] = CkuInEffect(cluster, now);
        return new JsonObject
        {
            ["api_version"] = "cmk/v2",
            ["kind"] = "Cluster",
            ["id"] = cluster.Id,
            ["metadata"] = ConfluentObjects.Metadata(
                $"cmk/v2/clusters/{cluster.Id}", ConfluentObjects.ClusterName(cluster.EnvironmentId, cluster.Id), cluster.CreatedAt),
            ["spec"] = Spec(cluster, network, now),
            ["status"] = status,
        };
    }

    public static bool IsReady(ClusterRecord cluster, DateTimeOffset now) => now >= cluster.ReadyAt;

    public static bool IsResizing(ClusterRecord cluster, DateTimeOffset now) => cluster.ResizedAt > now;

    private static int CkuInEffect(ClusterRecord cluster, DateTimeOffset now)
        => IsResizing(cluster, now) && cluster.CkuBefore is { } before ? before : cluster.Cku;

    private static JsonObject Spec(ClusterRecord cluster, NetworkRecord? network, DateTimeOffset now)
    {
        var spec = new JsonObject
        {
            ["display_name"] = cluster.DisplayName,
            ["availability"] = cluster.Availability,
            ["cloud"] = "AZURE",
            ["region"] = cluster.Region,
            ["config"] = Config(cluster),
            ["deletion_protection"] = cluster.DeletionProtection,
            ["environment"] = ConfluentObjects.EnvironmentReference(cluster.EnvironmentId),
        };
        if (cluster.NetworkId is { } networkId)
            spec["network"] = ConfluentObjects.NetworkReference(networkId, cluster.EnvironmentId);
        if (cluster.RegistrationId is { } key)
            spec["byok"] = ConfluentObjects.KeyReference(key);
        // On a private network there are no endpoints until the cluster is up.
        if (network is null || IsReady(cluster, now))
            AddEndpoints(spec, cluster, network);
        return spec;
    }

    private static JsonObject Config(ClusterRecord cluster)
    {
        var config = new JsonObject { ["kind"] = cluster.Type };
        if (cluster.Type != "Dedicated")
            return config;
        config["cku"] = cluster.Cku;
        config["zones"] = JsonReading.Array(
            Enumerable.Range(1, NewClusterRules.IsMultiZone(cluster.Availability) ? 3 : 1).Select(zone => zone.ToString(CultureInfo.InvariantCulture)));
        return config;
    }

    private static void AddEndpoints(JsonObject spec, ClusterRecord cluster, NetworkRecord? network)
    {
        var name = network is null ? $"pkc-{cluster.Id["lkc-".Length..]}" : cluster.Id;
        var host = $"{name}.{(network is null ? $"{cluster.Region}.azure.confluent.cloud" : NetworkShape.Domain(network))}";
        var (bootstrap, rest) = ($"{host}:9092", $"https://{host}:443");
        spec["kafka_bootstrap_endpoint"] = bootstrap;
        spec["http_endpoint"] = rest;
        // The access points have reserved names for the internet and private link alone; a peered network has none.
        if (network?.ConnectionType is null or "PRIVATELINK")
            spec["endpoints"] = new JsonObject
            {
                [network is null ? "PUBLIC" : "PRIVATE_LINK"] = new JsonObject
                {
                    ["kafka_bootstrap_endpoint"] = bootstrap,
                    ["http_endpoint"] = rest,
                    ["connection_type"] = network is null ? "PUBLIC" : "PRIVATE_LINK",
                },
            };
    }
}
