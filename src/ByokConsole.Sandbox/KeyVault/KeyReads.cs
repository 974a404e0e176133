using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Get and list. A disabled key can still be read and listed: the sources disagree, and this is the sandbox's choice.</summary>
public sealed class KeyReads(World world, KeyMaterial material, CloudClock clock)
{
    private const int PageSize = 25;

    public Reply List(Call call, VaultRecord vault)
    {
        var keys = world.Keys.All.Where(key => key.Vault == vault.Id && IsPresent(key)).OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase);
        return Page(call, keys.Select(key => KeyShape.Item(vault, key, key.Newest, withVersion: false)));
    }

    public Reply Versions(Call call, VaultRecord vault, string name)
        => Find(vault, name) is not { } key
            ? Page(call, [])
            : Page(call, key.Versions.Reverse().Select(version => KeyShape.Item(vault, key, version, withVersion: true)));

    public async Task<Reply> GetAsync(VaultRecord vault, string name, string? version)
    {
        if (Find(vault, name) is not { } key || Version(key, version) is not { } found)
            return VaultErrors.NotFound(name, version);
        return new Reply(200, KeyShape.Bundle(vault, key, found, await material.OpenAsync(key, found)));
    }

    internal KeyRecord? Find(VaultRecord vault, string name)
        => world.Keys.Find(KeyRecord.IdOf(vault.Id, name)) is { } key && IsPresent(key) ? key : null;

    private bool IsPresent(KeyRecord key) => key.DeletedAt is null && !key.IsSettling(clock.GetUtcNow());

    internal static KeyVersionRecord? Version(KeyRecord key, string? version)
        => version is null ? key.Newest : key.Versions.FirstOrDefault(one => one.Version.Equals(version, StringComparison.OrdinalIgnoreCase));

    internal static Reply Page(Call call, IEnumerable<JsonObject> items)
    {
        var text = call.Query["maxresults"].ToString();
        var size = PageSize;
        if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > PageSize))
            return VaultErrors.Bad("maxresults must be between 1 and 25.");
        var skip = int.TryParse(call.Query["$skiptoken"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        var all = items.ToList();
        var next = skip + size < all.Count
            ? $"https://{call.Host}{call.Path}?api-version={call.Query["api-version"]}&$skiptoken={skip + size}&maxresults={size}"
            : null;
        return new Reply(200, new JsonObject { ["value"] = JsonReading.Array(all.Skip(skip).Take(size)), ["nextLink"] = next });
    }
}
