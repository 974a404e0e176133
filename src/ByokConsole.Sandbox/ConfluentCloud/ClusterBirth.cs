using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Creates clusters. One with a customer's key gets a data key of its own, wrapped by that key before the cluster exists.</summary>
public sealed class ClusterBirth(World world, CloudClock clock, NewClusterRules rules, CustomerKey customerKey)
{
    public async Task<Outcome> CreateAsync(JsonObject body, CancellationToken cancellationToken)
    {
        if (rules.Problems(body) is { Count: > 0 } problems)
            return new(null, ConfluentErrors.Invalid(problems));
        var spec = body.Object("spec")!;
        WrappedKey? dataKey = null;
        if (spec.Object("byok").Text("id") is { } id && world.Registrations.Find(id) is { } registration)
        {
            var trial = await customerKey.TryAsync(registration, [], cancellationToken);
            if (trial is not KeyTrial.Granted granted)
                return new(null, NotAuthorized(trial));
            dataKey = granted.Key;
        }

        // The rules are asked again inside the change: of two requests for one key exactly one wins.
        return world.Write(change =>
        {
            if (rules.Problems(body) is { Count: > 0 } late)
                return new(null, ConfluentErrors.Invalid(late));
            var cluster = Born(spec, dataKey);
            change.Put(world.Clusters, cluster);
            return new Outcome(cluster, null);
        });
    }

    private ClusterRecord Born(JsonObject spec, WrappedKey? dataKey)
    {
        var (now, config) = (clock.GetUtcNow(), spec.Object("config"));
        return new ClusterRecord
        {
            Id = ConfluentIds.New("lkc-", id => world.Clusters.Find(id) is not null),
            EnvironmentId = spec.Object("environment").Text("id")!,
            DisplayName = spec.Text("display_name")!,
            Type = config.Text("kind")!,
            Region = spec.Text("region")!,
            Availability = spec.Text("availability")!,
            Cku = (int)(config.Text("kind") == "Dedicated" ? config.Number("cku")! : 0),
            NetworkId = spec.Object("network").Text("id"),
            RegistrationId = spec.Object("byok").Text("id"),
            WrappedDataKey = dataKey?.Value,
            WrappedBy = dataKey?.KeyVersion,
            DeletionProtection = spec.Flag("deletion_protection") ?? false,
            CreatedAt = now,
            ReadyAt = now + world.Now.ProvisioningTime,
        };
    }

    /// <summary>A vault that says no is the customer's to mend; one that could not be asked is not.</summary>
    private static Reply NotAuthorized(KeyTrial trial) => trial is KeyTrial.Refused refused
        ? ConfluentErrors.Of(
            400, "invalid_configuration",
            new ConfluentProblem($"The encryption key is not valid or not authorized: {refused.Reason}", "/spec/byok/id"))
        : ConfluentErrors.Of(500, "internal_server_error", "The encryption key could not be tried. Nothing was created; try again.");

    /// <summary>The cluster, or the refusal.</summary>
    public sealed record Outcome(ClusterRecord? Cluster, Reply? Refusal);
}
