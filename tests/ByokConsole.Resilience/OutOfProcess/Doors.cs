using System.Text.Json.Nodes;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>What a program asks the API for, to have done what a scenario is about.</summary>
internal static class Doors
{
    private const string Clusters = $"/environments/{SeededIds.DefaultEnvironment}/clusters";

    /// <param name="runs">Runs that there are already, which tell the ids.</param>
    public static (HttpMethod Method, string Path, JsonObject? Body) Of(Scenario scenario, IReadOnlyList<Run> runs)
    {
        var registration = First(RunKind.RegisterKey)?.Facts.RegistrationId;
        var cluster = First(RunKind.CreateCluster)?.Facts.ClusterId;
        return scenario.Kind switch
        {
            RunKind.RegisterKey => (HttpMethod.Post, "/keys", new JsonObject
            {
                ["key_id"] = Worlds.KeyText, ["key_vault_id"] = Worlds.VaultText, ["tenant_id"] = SeededIds.Tenant.ToString(),
                ["region"] = "eastus", ["material_generated"] = true,
            }),
            RunKind.GrantAccess or RunKind.RestoreGrants => (HttpMethod.Post, $"/keys/{registration}/grant", null),
            RunKind.CreateCluster => (HttpMethod.Post, Clusters, Cluster(scenario.Name == Catalogue.CreateAutomatic ? null : registration)),
            RunKind.RevokeAccess => (HttpMethod.Post, $"{Clusters}/{cluster}/revocation", null),
            RunKind.DeleteCluster => (HttpMethod.Delete, $"{Clusters}/{cluster}", null),
            RunKind.RestoreKey => (HttpMethod.Post, $"/runs/{First(RunKind.RevokeAccess)!.Id}/return", null),
            _ => throw new InvalidOperationException($"Nobody told which door leads to {scenario.Kind}."),
        };

        Run? First(RunKind kind) => runs.FirstOrDefault(run => run.Kind == kind);
    }

    private static JsonObject Cluster(string? registration)
    {
        var cluster = new JsonObject { ["display_name"] = "orders-killed", ["region"] = "eastus", ["availability"] = "single_zone", ["cku"] = 1, ["material_generated"] = true };
        if (registration is not null)
            cluster["registration_id"] = registration;
        return cluster;
    }
}
