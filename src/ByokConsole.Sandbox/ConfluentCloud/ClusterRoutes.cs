using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>cmk/v2 clusters.</summary>
public sealed class ClusterRoutes(World world, CloudClock clock, PlaceRoutes places, ClusterBirth birth)
{
    public Reply List(Call call)
    {
        if (places.RefuseEnvironment(call) is { } refusal)
            return refusal;
        var protection = call.Query["spec.deletion_protection"].ToString();
        if (protection.Length > 0 && !bool.TryParse(protection, out _))
            return ConfluentErrors.BadFilter("spec.deletion_protection", "spec.deletion_protection must be true or false.");
        return ConfluentPages.Page(
            call,
            ("cmk/v2", "ClusterList", 100),
            world.Clusters.All
                .Where(cluster => cluster.EnvironmentId == call.Query["environment"] && cluster.DeletedAt is null)
                .Where(cluster => call.Query["spec.network"] is not { Count: > 0 } networks || networks.Contains(cluster.NetworkId))
                .Where(cluster => protection.Length == 0 || bool.Parse(protection) == cluster.DeletionProtection),
            Write);
    }

    public Reply Get(Call call, string id) => Find(call, id, out var refusal) is { } found ? new Reply(200, Write(found)) : refusal;

    public async Task<Reply> CreateAsync(Call call, CancellationToken cancellationToken)
        => call.Json() is { } body
            ? await birth.CreateAsync(body, cancellationToken) switch
            {
                { Cluster: { } cluster } => new Reply(202, Write(cluster))
                    .With("Location", ConfluentObjects.Address($"cmk/v2/clusters/{cluster.Id}?environment={cluster.EnvironmentId}")),
                { Refusal: var refusal } => refusal!,
            }
            : ConfluentErrors.BadBody();

    public Reply Update(Call call, string id)
        => world.Write(change =>
        {
            if (call.Json() is not { } body)
                return ConfluentErrors.BadBody();
            if (ClusterChangeRules.Misfits(body) is { Count: > 0 } misfits)
                return ConfluentErrors.Invalid(misfits);
            var spec = body.Object("spec") ?? [];
            if (spec.Object("environment").Text("id") is not { } environment)
                return ConfluentErrors.Invalid("environment.id is required.", "/spec/environment/id");
            if (FindIn(environment, id) is not { } found)
                return ConfluentErrors.ForbiddenAccess();
            if (ClusterChangeRules.Problems(spec, found, clock.GetUtcNow()) is { Count: > 0 } problems)
                return ConfluentErrors.Invalid(problems);
            var changed = Changed(found, spec);
            change.Put(world.Clusters, changed);
            return new Reply(200, Write(changed));
        });

    public Reply Delete(Call call, string id)
        => world.Write(change =>
        {
            if (Find(call, id, out var refusal) is not { } found)
                return refusal;
            if (found.DeletionProtection)
                return ConfluentErrors.Of(409, "deletion_protection_enabled", "The cluster cannot be deleted while deletion protection is enabled.");
            change.Put(world.Clusters, found with { DeletedAt = clock.GetUtcNow() });
            return new Reply(204);
        });

    /// <summary>A resize takes as long as a cluster takes to come up; until then the CKUs in effect stay.</summary>
    private ClusterRecord Changed(ClusterRecord cluster, JsonObject spec)
    {
        var config = spec.Object("config");
        var changed = cluster with
        {
            DisplayName = spec.Text("display_name") ?? cluster.DisplayName,
            Type = config.Text("kind") ?? cluster.Type,
            DeletionProtection = spec.Flag("deletion_protection") ?? cluster.DeletionProtection,
        };
        return cluster.Type == "Dedicated" && config.Number("cku") is { } cku && cku != cluster.Cku
            ? changed with { Cku = (int)cku, CkuBefore = cluster.Cku, ResizedAt = clock.GetUtcNow() + world.Now.ProvisioningTime }
            : changed;
    }

    private ClusterRecord? Find(Call call, string id, out Reply refusal)
    {
        var environment = call.Query["environment"].ToString();
        refusal = environment.Length == 0
            ? ConfluentErrors.BadFilter("environment", "The query parameter environment is required.")
            : IsForgotten(environment, id)
                ? ConfluentErrors.NotFound($"Cluster {id}")
                : ConfluentErrors.ForbiddenAccess();
        return FindIn(environment, id);
    }

    /// <summary>What is deleted, or in another environment, is not told apart from what never was.</summary>
    private ClusterRecord? FindIn(string environment, string id)
        => world.Clusters.Find(id) is { DeletedAt: null } found && found.EnvironmentId == environment ? found : null;

    /// <summary>The contract lists 404 and the vendor's fixture shows 403: a client meets both, the second once nothing holds the key any more.</summary>
    private bool IsForgotten(string environment, string id)
        => world.Clusters.Find(id) is { DeletedAt: { } deleted } found && found.EnvironmentId == environment
            && deleted + RegistrationRoutes.ReleaseAfter <= clock.GetUtcNow();

    private JsonObject Write(ClusterRecord cluster)
        => ClusterShape.Write(cluster, cluster.NetworkId is { } network ? world.Networks.Find(network) : null, clock.GetUtcNow());
}
