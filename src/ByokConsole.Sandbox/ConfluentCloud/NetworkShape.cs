using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>A network as networking/v1 writes it. On Azure the zones are "1", "2" and "3".</summary>
internal static class NetworkShape
{
    private const string PrivateLink = "PRIVATELINK";

    /// <summary>The domain below which the clusters of a private link network answer.</summary>
    public static string Domain(NetworkRecord network) => $"{network.Id["n-".Length..]}.{network.Region}.azure.confluent.cloud";

    public static JsonObject Write(NetworkRecord network) => new()
    {
        ["api_version"] = "networking/v1",
        ["kind"] = "Network",
        ["id"] = network.Id,
        ["metadata"] = ConfluentObjects.Metadata(
            $"networking/v1/networks/{network.Id}", ConfluentObjects.NetworkName(network.EnvironmentId, network.Id), network.CreatedAt),
        ["spec"] = Spec(network),
        ["status"] = Status(network),
    };

    private static JsonObject Spec(NetworkRecord network)
    {
        var spec = new JsonObject
        {
            ["display_name"] = network.DisplayName,
            ["cloud"] = "AZURE",
            ["region"] = network.Region,
            ["connection_types"] = JsonReading.Array([network.ConnectionType]),
            ["zones"] = JsonReading.Array(["1", "2", "3"]),
            ["environment"] = ConfluentObjects.EnvironmentReference(network.EnvironmentId),
        };
        if (network.Cidr is not null)
            spec["cidr"] = network.Cidr;
        if (network.ConnectionType == PrivateLink)
            spec["dns_config"] = new JsonObject { ["resolution"] = "PRIVATE" };
        return spec;
    }

    private static JsonObject Status(NetworkRecord network)
    {
        var ready = network.Phase == "READY";
        var status = new JsonObject
        {
            ["phase"] = network.Phase,
            ["supported_connection_types"] = JsonReading.Array([network.ConnectionType]),
            ["active_connection_types"] = JsonReading.Array([network.ConnectionType]),
        };
        if (ready && network.ConnectionType == PrivateLink)
        {
            status["dns_domain"] = Domain(network);
            status["endpoint_suffix"] = $".{Domain(network)}";
        }

        return status;
    }
}
