using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>org/v2 organisations and environments, networking/v1 networks: read only.</summary>
public sealed class PlaceRoutes(World world)
{
    public Reply Organizations(Call call)
        => ConfluentPages.Page(call, "org/v2/organizations", "org/v2", "OrganizationList", 100,
        [
            new JsonObject
            {
                ["api_version"] = "org/v2",
                ["kind"] = "Organization",
                ["id"] = SeededIds.Organization,
                ["display_name"] = "Sandbox",
                ["metadata"] = Metadata("org/v2/organizations/" + SeededIds.Organization, Crn(), null),
            },
        ]);

    public Reply Environments(Call call)
        => ConfluentPages.Page(call, "org/v2/environments", "org/v2", "EnvironmentList", 100,
            [.. world.Environments.All.OrderBy(environment => environment.CreatedAt).Select(Write)]);

    public Reply Environment(string id)
        => world.Environments.Find(id) is { } found ? new Reply(200, Write(found)) : ConfluentErrors.NotFound($"Environment {id}");

    public Reply Networks(Call call)
    {
        if (EnvironmentOf(call) is not { } environment)
            return ConfluentErrors.Of(400, "invalid_filter", "The query parameter environment is required.", parameter: "environment");
        bool Admits(string name, string value)
            => call.Query[name] is not { Count: > 0 } wanted || wanted.Any(one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase));
        return ConfluentPages.Page(call, "networking/v1/networks", "networking/v1", "NetworkList", 1000,
        [
            .. world.Networks.All
                .Where(network => network.EnvironmentId == environment.Id)
                .Where(network => Admits("spec.region", network.Region) && Admits("spec.cloud", "AZURE") && Admits("status.phase", network.Phase)
                    && Admits("spec.connection_types", network.ConnectionType) && Admits("spec.display_name", network.DisplayName))
                .OrderByDescending(network => network.CreatedAt).ThenBy(network => network.Id, StringComparer.Ordinal)
                .Select(Write),
        ]);
    }

    public Reply Network(Call call, string id)
        => EnvironmentOf(call) is { } environment && world.Networks.Find(id) is { } found && found.EnvironmentId == environment.Id
            ? new Reply(200, Write(found))
            : ConfluentErrors.NotFound($"Network {id}");

    internal EnvironmentRecord? EnvironmentOf(Call call) => world.Environments.Find(call.Query["environment"].ToString());

    internal static string Crn(string? environment = null)
        => $"crn://confluent.cloud/organization={SeededIds.Organization}{(environment is null ? "" : "/environment=" + environment)}";

    internal static JsonObject Metadata(string path, string crn, DateTimeOffset? created)
    {
        var metadata = new JsonObject { ["self"] = "https://api.confluent.cloud/" + path, ["resource_name"] = crn };
        if (created is { } at)
            (metadata["created_at"], metadata["updated_at"]) = (at.UtcDateTime.ToString("O"), at.UtcDateTime.ToString("O"));
        return metadata;
    }

    internal static JsonObject Reference(string id, string path, string crn, string? environment = null)
    {
        var reference = new JsonObject { ["id"] = id, ["related"] = "https://api.confluent.cloud/" + path, ["resource_name"] = crn };
        if (environment is not null)
            reference["environment"] = environment;
        return reference;
    }

    private static JsonObject Write(EnvironmentRecord environment) => new()
    {
        ["api_version"] = "org/v2",
        ["kind"] = "Environment",
        ["id"] = environment.Id,
        ["metadata"] = Metadata($"org/v2/environments/{environment.Id}", Crn(environment.Id), environment.CreatedAt),
        ["display_name"] = environment.DisplayName,
    };

    private static JsonObject Write(NetworkRecord network)
    {
        var spec = new JsonObject
        {
            ["display_name"] = network.DisplayName,
            ["cloud"] = "AZURE",
            ["region"] = network.Region,
            ["connection_types"] = JsonReading.Array([network.ConnectionType]),
            ["zones"] = JsonReading.Array(["1", "2", "3"]),
            ["environment"] = Reference(network.EnvironmentId, $"org/v2/environments/{network.EnvironmentId}", Crn(network.EnvironmentId)),
        };
        if (network.Cidr is not null)
            spec["cidr"] = network.Cidr;
        return new JsonObject
        {
            ["api_version"] = "networking/v1",
            ["kind"] = "Network",
            ["id"] = network.Id,
            ["metadata"] = Metadata($"networking/v1/networks/{network.Id}", $"{Crn(network.EnvironmentId)}/network={network.Id}", network.CreatedAt),
            ["spec"] = spec,
            ["status"] = new JsonObject
            {
                ["phase"] = network.Phase,
                ["supported_connection_types"] = JsonReading.Array([network.ConnectionType]),
                ["active_connection_types"] = JsonReading.Array(Enumerable.Repeat(network.ConnectionType, network.Phase == "READY" ? 1 : 0)),
            },
        };
    }
}
