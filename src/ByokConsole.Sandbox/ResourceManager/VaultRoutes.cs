using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>Vaults: list, get, put, patch, delete.</summary>
public sealed partial class VaultRoutes(World world, AccessControl access, CloudClock clock)
{
    private const string Action = "Microsoft.KeyVault/vaults/";

    public Reply List(Caller caller, string? group)
        => new(200, new JsonObject
        {
            ["value"] = JsonReading.Array(world.Vaults.All
                .Where(vault => group is null || vault.ResourceGroup.Equals(group, StringComparison.OrdinalIgnoreCase))
                .Where(vault => access.Allows(caller.ObjectId, Action + "read", vault.ResourceId))
                .OrderBy(vault => vault.Name, StringComparer.Ordinal)
                .Select(vault => (JsonNode)VaultShape.Write(vault))),
        });

    public Reply Answer(Call call, Caller caller, string group, string name)
    {
        var found = world.Vaults.Find(name.ToLowerInvariant());
        if (found is not null && !found.ResourceGroup.Equals(group, StringComparison.OrdinalIgnoreCase))
            found = null;
        var id = found?.ResourceId ?? $"/subscriptions/{SeededIds.Subscription}/resourceGroups/{group}/providers/Microsoft.KeyVault/vaults/{name}";
        var verb = call.Method switch { "GET" => "read", "PUT" or "PATCH" => "write", "DELETE" => "delete", _ => null };
        if (verb is null)
            return ArmErrors.Of(405, "MethodNotAllowed", "A vault takes GET, PUT, PATCH and DELETE.");
        if (!access.Allows(caller.ObjectId, Action + verb, id))
            return ArmErrors.Forbidden(caller, Action + verb, id);
        return call.Method switch
        {
            "GET" => found is null ? ArmErrors.NotFound($"Microsoft.KeyVault/vaults/{name}' under resource group '{group}") : new Reply(200, VaultShape.Write(found)),
            "PUT" => Put(call, found, group, name),
            "PATCH" => found is null ? ArmErrors.NotFound($"Microsoft.KeyVault/vaults/{name}") : Change(found, call.Json()?.Object("properties") ?? [], 200),
            _ => found is null ? new Reply(204) : Delete(found),
        };
    }

    /// <summary>What a PUT does, once the caller may.</summary>
    internal Reply Put(Call call, VaultRecord? found, string group, string name)
    {
        if (!VaultName().IsMatch(name) || name.Length is < 3 or > 24 || name.Contains("--", StringComparison.Ordinal))
            return ArmErrors.Of(400, "VaultNameNotValid", $"The vault name '{name}' is invalid. It must be 3 to 24 letters, digits and single hyphens, starting with a letter.");
        if (call.Json() is not { } body || body.Object("properties") is not { } properties)
            return ArmErrors.Of(400, "InvalidRequestContent", "The request content was invalid and could not be deserialized.");
        if (found is not null)
            return Change(found, properties, 200);
        if (world.Vaults.Find(name.ToLowerInvariant()) is not null)
            return ArmErrors.Of(409, "VaultAlreadyExists", $"The vault name '{name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.");
        if (SeededIds.ResourceGroups.FirstOrDefault(known => known.Equals(group, StringComparison.OrdinalIgnoreCase)) is not { } knownGroup)
            return ArmErrors.Of(404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");
        if (body.Text("location") is not { Length: > 0 } location || !Guid.TryParse(properties.Text("tenantId"), out var tenant))
            return ArmErrors.Of(400, "BadRequest", "A vault needs a location and properties.tenantId.");
        var days = properties.Number("softDeleteRetentionInDays") ?? 90;
        if (days is < 7 or > 90)
            return ArmErrors.Of(400, "BadRequest", "softDeleteRetentionInDays must be between 7 and 90.");
        var vault = new VaultRecord
        {
            Name = name,
            SubscriptionId = SeededIds.Subscription,
            ResourceGroup = knownGroup,
            Location = location,
            TenantId = tenant,
            Sku = properties.Object("sku").Text("name")?.ToLowerInvariant() ?? "standard",
            SoftDeleteRetentionInDays = (int)days,
            // From this version on a vault that does not say otherwise uses RBAC.
            EnableRbacAuthorization = string.CompareOrdinal(call.Query["api-version"], "2026-02-01") >= 0 ? true : null,
            CreatedAt = clock.GetUtcNow(),
        };
        properties.Remove("softDeleteRetentionInDays");
        return Change(vault, properties, 201);
    }

    private Reply Change(VaultRecord vault, JsonObject properties, int status)
    {
        var (changed, refusal) = VaultChange.Apply(vault, properties);
        if (refusal is not null)
            return refusal;
        world.Write(change => change.Put(world.Vaults, changed));
        return new Reply(status, VaultShape.Write(changed));
    }

    private Reply Delete(VaultRecord vault)
    {
        world.Write(change =>
        {
            change.Remove(world.Vaults, vault.Id);
            foreach (var assignment in world.Assignments.All.Where(assignment => AccessControl.Covers(vault.ResourceId, assignment.Scope)))
                change.Remove(world.Assignments, assignment.Id);
            foreach (var key in world.Keys.All.Where(key => key.Vault == vault.Id))
                change.Remove(world.Keys, key.Id);
        });
        return new Reply(200);
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\z")]
    private static partial Regex VaultName();
}
