using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.ResourceManager;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>
/// Vaults and keys made and changed by the clouds' own functions, without asking for a right. What is made here passes every check.
/// </summary>
public sealed class VaultActs(World world, KeyLife life, VaultRoutes vaults, KeyWrites writes, KeyRotations rotations, DeletedKeys deleted)
{
    private const int UsualSize = 3072;

    public Reply CreateVault(Call call)
    {
        var body = call.Json();
        if (body.Text("name") is not { Length: > 0 } name || body.Text("location") is not { Length: > 0 } location)
            return ControlErrors.Of(400, "Give the new vault's name and its location, such as eastus.");
        return ControlErrors.Plain(vaults.Put(
            call.With(new JsonObject
            {
                ["location"] = location,
                ["properties"] = new JsonObject
                {
                    ["tenantId"] = SeededIds.Tenant.ToString(),
                    ["sku"] = new JsonObject { ["name"] = body.Text("sku") ?? "standard" },
                    ["enableRbacAuthorization"] = true,
                    ["enablePurgeProtection"] = true,
                },
            }),
            AccessDesk.Operator,
            null,
            (SeededIds.Group, name),
            // Ready at once: what is made by hand is to be used.
            TimeSpan.Zero));
    }

    public Task<Reply> CreateKeyAsync(Call call, string vaultName, string name) => InVaultAsync(vaultName, async vault =>
    {
        if (!KeyVaultCloud.IsKeyName(name))
            return ControlErrors.Of(400, "A key's name is 1 to 127 letters, digits and hyphens.", "BadParameter");
        if (world.Keys.Find(KeyRecord.IdOf(vault.Id, name)) is { DeletedAt: null })
            return ControlErrors.Of(409, $"{vault.Name} has a key {name} already. Rotate it for a new version.", "KeyAlreadyExists");
        var size = call.Json().Number("size") ?? UsualSize;
        var made = await writes.CreateAsync(call.With(new JsonObject { ["kty"] = "RSA", ["key_size"] = size }), vault, name);
        if (made.Status < 400)
            rotations.PutPolicy(call.With(YearlyRotation()), vault, name);
        return made;
    });

    public Task<Reply> RotateAsync(string vaultName, string name) => InVaultAsync(vaultName, vault => rotations.RotateAsync(vault, name));

    public Task<Reply> DeleteAsync(string vaultName, string name) => InVaultAsync(vaultName, vault => deleted.DeleteAsync(vault, name));

    public Task<Reply> RecoverAsync(string vaultName, string name) => InVaultAsync(vaultName, vault => deleted.RecoverAsync(vault, name));

    private async Task<Reply> InVaultAsync(string name, Func<VaultRecord, Task<Reply>> act)
    {
        if (world.Vaults.Find(name.ToLowerInvariant()) is not { } vault)
            return ControlErrors.Of(404, $"There is no vault {name}.", "VaultNotFound");
        life.CatchUp(vault);
        return ControlErrors.Plain(await act(vault));
    }

    private static JsonObject YearlyRotation() => new()
    {
        ["lifetimeActions"] = new JsonArray(new JsonObject
        {
            ["trigger"] = new JsonObject { ["timeAfterCreate"] = "P1Y" },
            ["action"] = new JsonObject { ["type"] = "Rotate" },
        }),
        ["attributes"] = new JsonObject { ["expiryTime"] = "P2Y" },
    };
}
