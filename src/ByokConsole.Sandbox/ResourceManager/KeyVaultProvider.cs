using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>What Microsoft.KeyVault answers for a whole subscription: its vaults, the deleted ones, and whether a name is free.</summary>
public sealed class KeyVaultProvider(World world, VaultRoutes vaults, DeletedVaults deleted)
{
    /// <summary>Null when there is no such path.</summary>
    public Reply? Answer(Call call, Caller caller, IReadOnlyList<string> path)
        => (call.Method, path.Select((word, at) => at % 2 == 0 ? word.ToLowerInvariant() : word).ToArray()) switch
        {
            ("GET", []) => Metadata(),
            ("GET", ["vaults"]) => vaults.List(caller, null),
            ("GET", ["deletedvaults"]) => deleted.List(caller),
            ("GET", ["locations", var location, "deletedvaults", var name]) => deleted.Get(caller, location, name),
            ("POST", ["locations", var location, "deletedvaults", var name, "purge"]) => deleted.Purge(caller, location, name),
            ("POST", ["checknameavailability"]) => NameIsFree(call),
            // There are none here; clients that list everything that holds keys ask.
            ("GET", ["managedhsms"] or ["deletedmanagedhsms"]) => new Reply(200, new JsonObject { ["value"] = new JsonArray() }),
            _ => null,
        };

    /// <summary>What generic clients ask before they touch a resource whose type they do not know: where it may lie, and which versions there are.</summary>
    private static Reply Metadata() => new(200, new JsonObject
    {
        ["id"] = $"/subscriptions/{SeededIds.Subscription}/providers/Microsoft.KeyVault",
        ["namespace"] = "Microsoft.KeyVault",
        ["registrationState"] = "Registered",
        ["registrationPolicy"] = "RegistrationRequired",
        ["resourceTypes"] = JsonReading.Array(((string[])["vaults", "deletedVaults"]).Select(type => new JsonObject
        {
            ["resourceType"] = type,
            ["locations"] = JsonReading.Array(SeededIds.Regions),
            ["apiVersions"] = JsonReading.Array(["2026-02-01", "2025-05-01", "2024-11-01", "2023-07-01", "2023-02-01", "2022-07-01"]),
        })),
    });

    private Reply NameIsFree(Call call)
    {
        if (call.Json().Text("name") is not { } name)
            return ArmErrors.Of(400, "InvalidRequestContent", "The request content was invalid and could not be deserialized.");
        if (!VaultRoutes.IsName(name))
            return IsNot("AccountNameInvalid", VaultRoutes.NotAName(name));
        return world.Vaults.Find(name.ToLowerInvariant()) is null && deleted.Find(name) is null
            ? new Reply(200, new JsonObject { ["nameAvailable"] = true })
            : IsNot("AlreadyExists", VaultRoutes.Taken(name));
        static Reply IsNot(string reason, string message) => new(200, new JsonObject { ["nameAvailable"] = false, ["reason"] = reason, ["message"] = message });
    }
}
