using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>cmk/v2 clusters. A self-managed cluster gets a data key of its own, wrapped by the customer's key before the cluster exists.</summary>
public sealed class ClusterRoutes(World world, CloudClock clock, NewClusterRules rules, CustomerKey customerKey)
{
    public Reply List(Call call)
    {
        if (world.Environments.Find(call.Query["environment"].ToString()) is not { } environment)
            return NoEnvironment();
        var protection = call.Query["spec.deletion_protection"].ToString();
        return ConfluentPages.Page(call, "cmk/v2/clusters", "cmk/v2", "ClusterList", 100,
        [
            .. world.Clusters.All
                .Where(cluster => cluster.EnvironmentId == environment.Id && cluster.DeletedAt is null)
                .Where(cluster => call.Query["spec.network"] is not { Count: > 0 } networks || networks.Contains(cluster.NetworkId))
                .Where(cluster => protection.Length == 0 || protection.Equals(cluster.DeletionProtection.ToString(), StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(cluster => cluster.CreatedAt).ThenBy(cluster => cluster.Id, StringComparer.Ordinal)
                .Select(cluster => ClusterShape.Write(cluster, clock.GetUtcNow())),
        ]);
    }

    public Reply Get(Call call, string id)
        => call.Query["environment"].ToString().Length == 0 ? NoEnvironment()
            : Find(id, call.Query["environment"].ToString()) is { } found ? new Reply(200, ClusterShape.Write(found, clock.GetUtcNow()))
            : ConfluentErrors.ForbiddenAccess();

    public async Task<Reply> CreateAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Json().Object("spec") is not { } spec)
            return ConfluentErrors.Of(400, "invalid_request", "The body is not a JSON object with a spec.", "/spec");
        if (Refuse(spec) is { } refusal)
            return refusal;
        var registrationId = spec.Object("byok").Text("id");
        WrappedKey? dataKey = null;
        if (registrationId is not null)
        {
            var (wrapped, problem) = await customerKey.WrapNewAsync(world.Registrations.Find(registrationId)!, cancellationToken);
            if (wrapped is null)
                return ConfluentErrors.Of(400, "invalid_configuration", $"Cluster configuration is invalid. The encryption key is not valid or not authorized: {problem}", "/spec/byok/id");
            dataKey = wrapped;
        }

        // The rules are asked again inside the change: of two requests for one key exactly one wins.
        return world.Write(change =>
        {
            if (Refuse(spec) is { } late)
                return late;
            var now = clock.GetUtcNow();
            var type = spec.Object("config").Text("kind")!;
            var cluster = new ClusterRecord
            {
                Id = RegistrationRoutes.NewId("lkc-"),
                EnvironmentId = spec.Object("environment").Text("id")!,
                DisplayName = spec.Text("display_name")!,
                Type = type,
                Region = spec.Text("region")!,
                Availability = spec.Text("availability")!,
                Cku = (int)(spec.Object("config").Number("cku") ?? 0),
                NetworkId = spec.Object("network").Text("id"),
                RegistrationId = registrationId,
                WrappedDataKey = dataKey?.Value,
                WrappedBy = dataKey?.KeyVersion,
                DeletionProtection = spec.Flag("deletion_protection") ?? false,
                CreatedAt = now,
                ReadyAt = now + world.Now.ProvisioningTime,
            };
            change.Put(world.Clusters, cluster);
            return new Reply(202, ClusterShape.Write(cluster, now))
                .With("Location", $"https://api.confluent.cloud/cmk/v2/clusters/{cluster.Id}?environment={cluster.EnvironmentId}");
        });
    }

    public Reply Update(Call call, string id)
        => world.Write(change =>
        {
            var spec = call.Json().Object("spec");
            if (Find(id, spec.Object("environment").Text("id") ?? "") is not { } found)
                return ConfluentErrors.ForbiddenAccess();
            if (spec!.ContainsKey("byok") && spec.Object("byok").Text("id") != found.RegistrationId)
                return ConfluentErrors.Invalid("The encryption of a cluster cannot be changed.", "/spec/byok");
            var cku = spec.Object("config").Number("cku") ?? found.Cku;
            if (cku != found.Cku && (clock.GetUtcNow() < found.ReadyAt || cku < found.Cku - 1 || cku < (found.Availability is "MULTI_ZONE" or "HIGH" ? 2 : 1)))
                return ConfluentErrors.Invalid("The cluster cannot be resized so: not while provisioning, and by one CKU at a time when shrinking.", "/spec/config/cku");
            var changed = found with
            {
                DisplayName = spec.Text("display_name") ?? found.DisplayName,
                DeletionProtection = spec.Flag("deletion_protection") ?? found.DeletionProtection,
                Cku = (int)cku,
            };
            change.Put(world.Clusters, changed);
            return new Reply(200, ClusterShape.Write(changed, clock.GetUtcNow()));
        });

    public Reply Delete(Call call, string id)
        => world.Write(change =>
        {
            if (Find(id, call.Query["environment"].ToString()) is not { } found)
                return ConfluentErrors.ForbiddenAccess();
            if (found.DeletionProtection)
                return ConfluentErrors.Of(409, "deletion_protection_enabled", "The cluster cannot be deleted while deletion protection is enabled.");
            change.Put(world.Clusters, found with { DeletedAt = clock.GetUtcNow() });
            return new Reply(204);
        });

    private Reply? Refuse(JsonObject spec)
        => rules.Problems(spec).ToArray() is { Length: > 0 } problems ? ConfluentErrors.Of(422, problems) : null;

    private ClusterRecord? Find(string id, string environment)
        => world.Clusters.Find(id) is { DeletedAt: null } found && found.EnvironmentId == environment ? found : null;

    private static Reply NoEnvironment()
        => ConfluentErrors.Of(400, "invalid_filter", "The query parameter environment is required and must name an environment.", parameter: "environment");
}
