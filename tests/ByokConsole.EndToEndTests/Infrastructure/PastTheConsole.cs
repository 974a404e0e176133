using System.Text.Json.Nodes;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>What journeys look at in the clouds, and what others do there, past the console.</summary>
internal static class PastTheConsole
{
    private const string Clusters = "/cmk/v2/clusters";
    private const string ResourceManager = "https://management.azure.com";
    private const string AssignmentsVersion = "api-version=2022-04-01";

    /// <summary>Waits until every fault that was ordered has met its request.</summary>
    public static Task FaultsAreTakenAsync(this SandboxClient clouds) => Poll.UntilAsync(clouds.AreFaultsTakenAsync);

    public static async Task<IReadOnlyList<JsonNode>> RegistrationsAsync(this SandboxClient clouds, string keyIdentifier)
        => [.. (await ListAsync(clouds, "/byok/v1/keys?page_size=100")).Where(item => (string?)item["key"]?["key_id"] == keyIdentifier)];

    /// <summary>The clusters of an environment, as Confluent lists them.</summary>
    public static Task<IReadOnlyList<JsonNode>> ClustersAsync(this SandboxClient clouds, string environment)
        => ListAsync(clouds, $"{Clusters}?environment={environment}&page_size=100");

    public static string NameOf(JsonNode cluster) => (string)cluster["spec"]!["display_name"]!;

    /// <summary>Ids of the roles that were assigned below a vault, repeated where one was assigned twice.</summary>
    public static async Task<IReadOnlyList<string>> AssignedRolesAsync(this SandboxClient clouds, string vaultResourceId)
        => [.. (await AssignmentsAsync(clouds, vaultResourceId)).Select(RoleOf)];

    /// <summary>A person with the right to do so takes every assignment of this role at the vault away.</summary>
    public static async Task RemoveRoleAsync(this SandboxClient clouds, string vaultResourceId, string role)
    {
        foreach (var assignment in (await AssignmentsAsync(clouds, vaultResourceId)).Where(item => RoleOf(item) == role))
            await AzureAsync(clouds, HttpMethod.Delete, $"{ResourceManager}{assignment["id"]}?{AssignmentsVersion}", ResourceManager);
    }

    /// <summary>A person with the right to do so changes a vault's key: <c>POST {key}/rotate</c>, ….</summary>
    public static Task<JsonNode?> DoInVaultAsync(this SandboxClient clouds, HttpMethod method, string address, JsonObject? body = null)
        => AzureAsync(clouds, method, $"{address}?api-version=7.6", "https://vault.azure.net", body);

    /// <summary>Somebody else creates a cluster, and maybe with a registration's key.</summary>
    public static Task CreateClusterElsewhereAsync(this SandboxClient clouds, string environment, string name, string region, string? registration = null)
    {
        var spec = new JsonObject
        {
            ["display_name"] = name, ["availability"] = "SINGLE_ZONE", ["cloud"] = "AZURE", ["region"] = region,
            ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = 1 },
            ["environment"] = new JsonObject { ["id"] = environment },
        };
        if (registration is not null)
            spec["byok"] = new JsonObject { ["id"] = registration };
        return clouds.ConfluentAsync(HttpMethod.Post, Clusters, new JsonObject { ["spec"] = spec });
    }

    /// <summary>Somebody else turns a cluster's deletion protection on.</summary>
    public static Task ProtectClusterAsync(this SandboxClient clouds, string environment, string cluster)
        => clouds.ConfluentAsync(HttpMethod.Patch, $"{Clusters}/{cluster}", new JsonObject
        {
            ["spec"] = new JsonObject { ["deletion_protection"] = true, ["environment"] = new JsonObject { ["id"] = environment } },
        });

    private static string RoleOf(JsonNode assignment) => ((string)assignment["properties"]!["roleDefinitionId"]!).Split('/')[^1];

    private static async Task<IReadOnlyList<JsonNode>> AssignmentsAsync(SandboxClient clouds, string vaultResourceId)
    {
        var list = await AzureAsync(
            clouds, HttpMethod.Get, $"{ResourceManager}{vaultResourceId}/providers/Microsoft.Authorization/roleAssignments?{AssignmentsVersion}", ResourceManager);
        return [.. list!["value"]!.AsArray().Select(item => item!)
            .Where(item => ((string)item["properties"]!["scope"]!).Equals(vaultResourceId, StringComparison.OrdinalIgnoreCase))];
    }

    private static async Task<JsonNode?> AzureAsync(SandboxClient clouds, HttpMethod method, string address, string audience, JsonObject? body = null)
        => await clouds.AskAsync(method, address, await clouds.TokenAsync(audience), body);

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(SandboxClient clouds, string path)
        => [.. (await clouds.ConfluentAsync(HttpMethod.Get, path))!["data"]!.AsArray().Select(item => item!)];
}
