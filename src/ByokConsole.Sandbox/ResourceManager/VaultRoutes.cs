using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>Vaults: list, get, put, patch, delete, and their access policies.</summary>
public sealed partial class VaultRoutes(World world, AccessControl access, DeletedVaults deleted, CloudClock clock)
{
    private const string Action = "Microsoft.KeyVault/vaults/";

    public Reply List(Caller caller, string? group)
        => group is not null && KnownGroup(group) is null
            ? ArmErrors.GroupNotFound(group)
            : new(200, new JsonObject
            {
                ["value"] = JsonReading.Array(world.Vaults.All
                    .Where(vault => group is null || vault.ResourceGroup.Equals(group, StringComparison.OrdinalIgnoreCase))
                    .Where(vault => access.Allows(caller.ObjectId, Action + "read", vault.ResourceId))
                    .OrderBy(vault => vault.Name, StringComparer.Ordinal)
                    .Select(vault => (JsonNode)Write(vault))),
            });

    public Reply Answer(Call call, Caller caller, string group, string name)
    {
        var found = Find(group, name);
        var id = found?.ResourceId ?? $"/subscriptions/{SeededIds.Subscription}/resourceGroups/{group}/providers/Microsoft.KeyVault/vaults/{name}";
        var verb = call.Method switch { "GET" => "read", "PUT" or "PATCH" => "write", "DELETE" => "delete", _ => null };
        if (verb is null)
            return ArmErrors.Of(405, "MethodNotAllowed", "A vault takes GET, PUT, PATCH and DELETE.");
        if (!access.Allows(caller.ObjectId, Action + verb, id))
            return ArmErrors.Forbidden(caller, Action + verb, id);
        if (KnownGroup(group) is null)
            return ArmErrors.GroupNotFound(group);
        return call.Method switch
        {
            "GET" => found is null ? ArmErrors.NotFound($"Microsoft.KeyVault/vaults/{name}' under resource group '{group}") : new Reply(200, Write(found)),
            "PUT" => Put(call, caller, found, (group, name), world.Now.VaultSettlingTime),
            "PATCH" => found is null ? ArmErrors.NotFound($"Microsoft.KeyVault/vaults/{name}") : Change(found, call.Json() ?? [], caller, 200),
            _ => found is null ? new Reply(204) : deleted.Delete(found),
        };
    }

    /// <summary>Adds, replaces or removes policies of some principals; those of others stay.</summary>
    public Reply Policies(Call call, Caller caller, string group, string name, string kind)
    {
        if (Find(group, name) is not { } vault)
            return ArmErrors.NotFound($"Microsoft.KeyVault/vaults/{name}");
        if (!access.Allows(caller.ObjectId, Action + "accessPolicies/write", vault.ResourceId))
            return ArmErrors.Forbidden(caller, Action + "accessPolicies/write", vault.ResourceId);
        if (call.Method != "PUT" || call.Json()?.Object("properties")?["accessPolicies"] is not JsonArray given)
            return Unreadable();
        if (VaultChange.Merge(vault.AccessPolicies, VaultChange.Policies(given), kind.ToLowerInvariant()) is not { } merged)
            return ArmErrors.Of(400, "BadRequest", "Access policies take add, replace and remove.");
        var changed = vault with { AccessPolicies = merged, ModifiedAt = clock.GetUtcNow(), ModifiedBy = caller.AppId };
        world.Write(change => change.Put(world.Vaults, changed));
        return new Reply(200, new JsonObject
        {
            ["id"] = $"{vault.ResourceId}/accessPolicies/",
            ["type"] = "Microsoft.KeyVault/vaults/accessPolicies",
            ["location"] = vault.Location,
            ["properties"] = new JsonObject { ["accessPolicies"] = VaultShape.Policies(changed) },
        });
    }

    internal static bool IsName(string name) => VaultName().IsMatch(name) && name.Length is >= 3 and <= 24 && !name.Contains("--", StringComparison.Ordinal);

    internal static string NotAName(string name)
        => $"The vault name '{name}' is invalid. It must be 3 to 24 letters, digits and single hyphens, starting with a letter.";

    internal static string Taken(string name)
        => $"The vault name '{name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.";

    private static string? KnownGroup(string group) => SeededIds.ResourceGroups.FirstOrDefault(known => known.Equals(group, StringComparison.OrdinalIgnoreCase));

    private VaultRecord? Find(string group, string name)
        => world.Vaults.Find(name.ToLowerInvariant()) is { } vault && vault.ResourceGroup.Equals(group, StringComparison.OrdinalIgnoreCase) ? vault : null;

    /// <summary>What a PUT does, once the caller may.</summary>
    /// <param name="settling">How long the name of a new one takes to come into the DNS.</param>
    internal Reply Put(Call call, Caller caller, VaultRecord? found, (string Group, string Name) asked, TimeSpan settling)
    {
        var (group, name) = asked;
        if (!IsName(name))
            return ArmErrors.Of(400, "VaultNameNotValid", NotAName(name));
        if (call.Json() is not { } body || body.Object("properties") is not { } properties)
            return Unreadable();
        if (found is not null)
            return Change(found, body, caller, 200);
        if (world.Vaults.Find(name.ToLowerInvariant()) is not null)
            return ArmErrors.Of(409, "VaultAlreadyExists", Taken(name));
        if (deleted.Find(name) is { } gone)
            return properties.Text("createMode") is "recover"
                ? new Reply(200, Write(deleted.Recover(gone)))
                : ArmErrors.Of(409, "ConflictError", "A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.");
        var (made, refusal) = VaultChange.Create(body, name, KnownGroup(group) ?? group, call.Query["api-version"].ToString());
        var now = clock.GetUtcNow();
        return refusal ?? Change(made! with { CreatedAt = now, CreatedBy = caller.AppId, RegisteredAt = now + settling }, body, caller, 201);
    }

    private Reply Change(VaultRecord vault, JsonObject body, Caller caller, int status)
    {
        var (changed, refusal) = VaultChange.Apply(vault, body);
        if (refusal is not null)
            return refusal;
        changed = changed with { ModifiedAt = clock.GetUtcNow(), ModifiedBy = caller.AppId };
        world.Write(change => change.Put(world.Vaults, changed));
        return new Reply(status, Write(changed));
    }

    private JsonObject Write(VaultRecord vault) => VaultShape.Write(vault, clock.GetUtcNow());

    private static Reply Unreadable() => ArmErrors.Of(400, "InvalidRequestContent", "The request content was invalid and could not be deserialized.");

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\z")]
    private static partial Regex VaultName();
}
