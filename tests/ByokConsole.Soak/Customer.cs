using System.Text.Json.Nodes;

namespace ByokConsole.Soak;

/// <summary>One who makes an encrypted cluster after the other: a key, its registration, its grant, the cluster.</summary>
internal sealed class Customer(SoakedConsole world, int number) : IDisposable
{
    public const string Environment = "env-9kx2v";
    private const string Vault = "kv-orders-eus";
    private const string VaultId
        = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";

    private readonly ConsoleApi _api = new(world.Address, CancellationToken.None);
    private int _turn;

    /// <summary>Names of the clusters whose runs succeeded in this round.</summary>
    public List<string> Made { get; } = [];

    /// <summary>Runs that ended otherwise, or ask a person, with what they say.</summary>
    public List<string> Others { get; } = [];

    public int Repeats => _api.Repeats;

    /// <summary>One round: so many clusters, unless it is over before.</summary>
    public async Task WorkAsync(int clusters, CancellationToken stop)
    {
        Made.Clear();
        for (var i = 0; i < clusters && !stop.IsCancellationRequested; i++)
        {
            var name = $"soak-{number}-{++_turn}";
            if (await MakeAsync(name))
                Made.Add(name);
        }
    }

    public void Dispose() => _api.Dispose();

    private async Task<bool> MakeAsync(string name)
    {
        await world.Sandbox.DoAsync(HttpMethod.Post, $"vaults/{Vault}/keys/{name}", new JsonObject { ["size"] = 2048 });
        var registered = await RunAsync("keys", new JsonObject
        {
            ["key_id"] = $"https://{Vault}.vault.azure.net/keys/{name}", ["key_vault_id"] = VaultId, ["tenant_id"] = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11",
            ["region"] = "eastus", ["display_name"] = name, ["material_generated"] = true,
        });
        if (registered is null || (string?)registered["registration_id"] is not { } registration)
            return false;
        return await RunAsync($"keys/{registration}/grant", null) is not null && await RunAsync($"environments/{Environment}/clusters", new JsonObject
        {
            ["display_name"] = name, ["region"] = "eastus", ["availability"] = "single_zone", ["cku"] = 1, ["registration_id"] = registration,
        }) is not null;
    }

    /// <summary>The run once it succeeded; null where it came to something else.</summary>
    private async Task<JsonObject?> RunAsync(string path, JsonObject? body)
    {
        var run = await _api.FollowAsync(await _api.PostAsync(path, body));
        if ((string?)run["state"] == "succeeded")
            return run;
        Others.Add($"{path}: {run["state"]} {(run["rejection"] as JsonObject)?["reason"]} {(run["question"] as JsonObject)?["text"]}");
        return null;
    }
}
