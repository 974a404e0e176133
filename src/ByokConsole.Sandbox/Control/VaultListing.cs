using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>Every vault and every key, deleted ones too, without asking for a right.</summary>
public sealed class VaultListing(World world, CloudClock clock, KeyLife life)
{
    public Reply Vaults() => new(200, JsonReading.Array(world.Vaults.All
        .OrderBy(vault => vault.Name, StringComparer.Ordinal)
        .Select(vault => (JsonNode)new JsonObject
        {
            ["name"] = vault.Name,
            ["resourceId"] = vault.ResourceId,
            ["location"] = vault.Location,
            ["tenantId"] = vault.TenantId.ToString(),
            ["sku"] = vault.Sku,
            ["enableRbacAuthorization"] = vault.EnableRbacAuthorization is true,
            ["enablePurgeProtection"] = vault.EnablePurgeProtection is true,
            ["softDeleteRetentionInDays"] = vault.SoftDeleteRetentionInDays,
            ["publicNetworkAccess"] = vault.PublicNetworkAccess,
            ["networkAcls"] = vault.NetworkAcls is { } acls
                ? new JsonObject { ["defaultAction"] = acls.DefaultAction, ["bypass"] = acls.Bypass }
                : null,
            ["keys"] = world.Keys.All.Count(key => key.Vault == vault.Id && key.DeletedAt is null),
            ["createdAt"] = vault.CreatedAt,
        })));

    /// <summary>The keys of one vault, or of all.</summary>
    public Reply Keys(string? name = null)
    {
        var vaults = world.Vaults.All
            .Where(vault => name is null || vault.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(vault => vault.Name, StringComparer.Ordinal)
            .ToList();
        if (name is not null && vaults.Count == 0)
            return ControlErrors.Of(404, $"There is no vault {name}.", "VaultNotFound");
        foreach (var vault in vaults)
            life.CatchUp(vault);
        return new(200, JsonReading.Array(vaults.SelectMany(vault => world.Keys.All
            .Where(key => key.Vault == vault.Id)
            .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
            .Select(key => (JsonNode)Write(vault, key)))));
    }

    private JsonObject Write(VaultRecord vault, KeyRecord key) => new()
    {
        ["vault"] = vault.Name,
        ["name"] = key.Name,
        ["id"] = KeyShape.Id(vault, key),
        ["version"] = key.Newest.Version,
        ["versions"] = key.Versions.Count,
        ["kty"] = key.Newest.Kty,
        ["size"] = key.Newest.Size,
        ["operations"] = JsonReading.Array(key.Newest.Operations),
        ["enabled"] = key.Newest.Enabled,
        ["notBefore"] = key.Newest.NotBefore,
        ["expires"] = key.Newest.Expires,
        ["isExpired"] = key.Newest.Expires <= clock.GetUtcNow(),
        ["rotatesAt"] = RotationSchedule.Due(key),
        ["deletedAt"] = key.DeletedAt,
        ["purgedAt"] = key.PurgedAt(vault),
    };
}
