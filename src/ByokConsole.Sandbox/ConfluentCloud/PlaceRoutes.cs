using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Where clusters live, read only: org/v2 organisations and environments, networking/v1 networks.</summary>
public sealed class PlaceRoutes(World world)
{
    private const string Azure = "AZURE";

    public Reply Organizations(Call call)
        => ConfluentPages.Page(call, ("org/v2", "OrganizationList", 100), [FoundedWith(world.Environments.All)], Write);

    public Reply Organization(string id)
        => id == SeededIds.Organization
            ? new Reply(200, Write(FoundedWith(world.Environments.All)))
            : ConfluentErrors.NotFound($"Organization {id}");

    public Reply Environments(Call call) => ConfluentPages.Page(call, ("org/v2", "EnvironmentList", 100), world.Environments.All, Write, oldestFirst: true);

    public Reply Environment(string id)
        => world.Environments.Find(id) is { } found ? new Reply(200, Write(found)) : ConfluentErrors.NotFound($"Environment {id}");

    public Reply Networks(Call call)
    {
        if (RefuseEnvironment(call) is { } refusal)
            return refusal;
        bool Admits(string name, string? value)
            => call.Query[name] is not { Count: > 0 } wanted || wanted.Any(one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase));
        return ConfluentPages.Page(
            call,
            ("networking/v1", "NetworkList", 1000),
            world.Networks.All
                .Where(network => network.EnvironmentId == call.Query["environment"])
                .Where(network => Admits("spec.region", network.Region) && Admits("spec.cloud", Azure) && Admits("status.phase", network.Phase))
                .Where(network => Admits("spec.connection_types", network.ConnectionType) && Admits("spec.display_name", network.DisplayName) && Admits("spec.cidr", network.Cidr)),
            NetworkShape.Write);
    }

    public Reply Network(Call call, string id)
        => RefuseEnvironment(call)
            ?? (world.Networks.Find(id) is { } found && found.EnvironmentId == call.Query["environment"]
                ? new Reply(200, NetworkShape.Write(found))
                : ConfluentErrors.NotFound($"Network {id}"));

    /// <summary>Null when the query names an environment that exists. The contract of the lists has no 404: what is not there is forbidden.</summary>
    internal Reply? RefuseEnvironment(Call call) => call.Query["environment"].ToString() switch
    {
        "" => ConfluentErrors.BadFilter("environment", "The query parameter environment is required."),
        var id => world.Environments.Find(id) is null ? ConfluentErrors.ForbiddenAccess() : null,
    };

    /// <summary>The one organisation, as old as its oldest environment.</summary>
    private static OrganizationRecord FoundedWith(IEnumerable<EnvironmentRecord> environments)
        => new(SeededIds.Organization, environments.Min(environment => environment.CreatedAt));

    private static JsonObject Write(OrganizationRecord organization) => new()
    {
        ["api_version"] = "org/v2",
        ["kind"] = "Organization",
        ["id"] = organization.Id,
        ["display_name"] = "Sandbox",
        ["metadata"] = ConfluentObjects.Metadata($"org/v2/organizations/{organization.Id}", ConfluentObjects.OrganizationName, organization.CreatedAt),
    };

    private static JsonObject Write(EnvironmentRecord environment) => new()
    {
        ["api_version"] = "org/v2",
        ["kind"] = "Environment",
        ["id"] = environment.Id,
        ["metadata"] = ConfluentObjects.Metadata($"org/v2/environments/{environment.Id}", ConfluentObjects.EnvironmentName(environment.Id), environment.CreatedAt),
        ["display_name"] = environment.DisplayName,
    };

    private sealed record OrganizationRecord(string Id, DateTimeOffset CreatedAt) : IConfluentRecord;
}
