using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>What Confluent Cloud holds: registrations, and the clusters of all environments.</summary>
public sealed class ConfluentDesk(World world, CloudClock clock, RegistrationRoutes registrations)
{
    public Reply Registrations() => new(200, JsonReading.Array(world.Registrations.All
        .OrderByDescending(registration => registration.CreatedAt)
        .Select(registration => (JsonNode)new JsonObject
        {
            ["id"] = registration.Id,
            ["displayName"] = registration.DisplayName,
            ["keyId"] = registration.KeyId,
            ["state"] = registrations.StateOf(registration),
            ["phase"] = registration.Phase,
            ["message"] = registration.Message,
            ["region"] = registration.Region,
            ["since"] = registration.Since,
            ["applicationId"] = registration.ApplicationId,
            ["principalId"] = world.Principals.All.FirstOrDefault(principal => principal.AppId == registration.ApplicationId)?.Id,
            ["clusters"] = JsonReading.Array(
                Living().Where(cluster => cluster.RegistrationId == registration.Id).Select(cluster => cluster.Id)),
        })));

    public Reply Delete(string id) => ControlErrors.Plain(registrations.Delete(id));

    public Reply Clusters()
    {
        var now = clock.GetUtcNow();
        return new(200, JsonReading.Array(Living()
            .OrderByDescending(cluster => cluster.CreatedAt)
            .Select(cluster => (JsonNode)new JsonObject
            {
                ["id"] = cluster.Id,
                ["environmentId"] = cluster.EnvironmentId,
                ["displayName"] = cluster.DisplayName,
                ["region"] = cluster.Region,
                ["isReady"] = ClusterShape.IsReady(cluster, now),
                ["readyAt"] = cluster.ReadyAt,
                ["registrationId"] = cluster.RegistrationId,
                ["wrappedBy"] = cluster.WrappedBy,
                ["deletionProtection"] = cluster.DeletionProtection,
                ["createdAt"] = cluster.CreatedAt,
                ["clients"] = world.Connections.Find(cluster.Id)?.CountAt(now) ?? 0,
            })));
    }

    private IEnumerable<ClusterRecord> Living() => world.Clusters.All.Where(cluster => cluster.DeletedAt is null);
}
