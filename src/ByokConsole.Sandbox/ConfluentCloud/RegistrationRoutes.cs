using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>byok/v1 keys.</summary>
public sealed partial class RegistrationRoutes(World world, CloudClock clock)
{
    /// <summary>What public listings show as the applied limit of an organisation.</summary>
    private const int Quota = 20;
    private static readonly TimeSpan ReleaseAfter = TimeSpan.FromDays(5);

    public Reply List(Call call)
    {
        bool Is(string name, string? value) => call.Query[name].ToString() is not { Length: > 0 } wanted || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);
        bool Has(string name, string? value) => call.Query[name].ToString() is not { Length: > 0 } wanted || value?.Contains(wanted, StringComparison.OrdinalIgnoreCase) is true;
        return ConfluentPages.Page(call, "byok/v1/keys", "byok/v1", "KeyList", 100,
        [
            .. world.Registrations.All
                .Where(one => Is("provider", "Azure") && Is("state", StateOf(one)) && Is("validation_phase", one.Phase) && Is("validation_region", one.Region))
                .Where(one => Has("display_name", one.DisplayName) && Has("key", one.KeyId))
                .OrderByDescending(one => one.CreatedAt).ThenBy(one => one.Id, StringComparer.Ordinal)
                .Select(Write),
        ]);
    }

    public Reply Get(string id) => world.Registrations.Find(id) is { } found ? new Reply(200, Write(found)) : ConfluentErrors.NotFound($"Key {id}");

    public Reply Create(Call call)
    {
        var body = call.Json();
        if (body.Object("key") is not { } key)
            return body is null ? ConfluentErrors.Of(400, "invalid_request", "The body is not a JSON object.") : ConfluentErrors.Invalid("A key is required.", "/key");
        var problems = Problems(key).ToArray();
        if (problems.Length > 0)
            return ConfluentErrors.Of(422, problems);
        return world.Write(change =>
        {
            if (world.Registrations.All.Count() >= Quota)
                return ConfluentErrors.Of(402, "quota_exceeded", $"The organization has reached its limit of {Quota} keys (byok.max_keys.per_org).");
            var (now, application) = (clock.GetUtcNow(), Guid.NewGuid().ToString());
            var record = new RegistrationRecord
            {
                Id = NewId("cck-"),
                DisplayName = body.Text("display_name"),
                KeyId = key.Text("key_id")!,
                KeyVaultId = key.Text("key_vault_id")!,
                TenantId = Guid.Parse(key.Text("tenant_id")!),
                ApplicationId = application,
                CreatedAt = now,
                Since = now,
            };
            change.Put(world.Applications, new ApplicationRecord(application, $"Confluent Cloud BYOK {record.Id}", IsConfluent: true));
            change.Put(world.Registrations, record);
            return new Reply(201, Write(record)).With("Location", $"https://api.confluent.cloud/byok/v1/keys/{record.Id}");
        });
    }

    public Reply Rename(Call call, string id)
        => world.Write(change =>
        {
            if (world.Registrations.Find(id) is not { } found)
                return ConfluentErrors.NotFound($"Key {id}");
            if (call.Json() is not { } body || body.ContainsKey("key"))
                return ConfluentErrors.Invalid("Only display_name can be changed.", "/key");
            var renamed = found with { DisplayName = body.Text("display_name") ?? found.DisplayName };
            change.Put(world.Registrations, renamed);
            return new Reply(200, Write(renamed));
        });

    public Reply Delete(string id)
        => world.Write(change =>
        {
            if (world.Registrations.Find(id) is not { } found)
                return ConfluentErrors.NotFound($"Key {id}");
            if (StateOf(found) == "IN_USE")
                return ConfluentErrors.Of(409, "resource_in_use", $"Key {id} is bound to a cluster, or was released less than five days ago.");
            change.Remove(world.Registrations, id);
            return new Reply(204);
        });

    /// <summary>In use from the cluster's creation until five days after its deletion.</summary>
    internal string StateOf(RegistrationRecord registration)
        => world.Clusters.All.Any(cluster => cluster.RegistrationId == registration.Id
            && (cluster.DeletedAt is not { } deleted || deleted + ReleaseAfter > clock.GetUtcNow()))
            ? "IN_USE"
            : "AVAILABLE";

    internal static string NewId(string prefix)
    {
        const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
        return prefix + string.Create(6, 0, (span, _) =>
        {
            foreach (ref var letter in span)
                letter = Letters[System.Security.Cryptography.RandomNumberGenerator.GetInt32(Letters.Length)];
        });
    }

    private static IEnumerable<(string Code, string Detail, string? Pointer, string? Parameter)> Problems(JsonObject key)
    {
        const string Code = "invalid_configuration";
        if (key.Text("kind") is not "AzureKey")
            yield return (Code, "The sandbox takes keys of kind AzureKey.", "/key/kind", null);
        // Which of a versioned or versionless identifier production takes is not published; the sandbox wants the documented versionless form.
        if (!KeyId().IsMatch(key.Text("key_id") ?? ""))
            yield return (Code, "key_id must be a versionless key identifier: https://{vault}.vault.azure.net/keys/{name}.", "/key/key_id", null);
        if (!VaultId().IsMatch(key.Text("key_vault_id") ?? ""))
            yield return (Code, "key_vault_id must be the resource ID of a Key Vault.", "/key/key_vault_id", null);
        if (!Guid.TryParseExact(key.Text("tenant_id"), "D", out _))
            yield return (Code, "tenant_id must be a GUID.", "/key/tenant_id", null);
    }

    private JsonObject Write(RegistrationRecord record)
    {
        var validation = new JsonObject { ["phase"] = record.Phase, ["since"] = record.Since.UtcDateTime.ToString("O") };
        if (record.Message is not null)
            validation["message"] = record.Message;
        if (record.Region is not null)
            validation["region"] = record.Region;
        var json = new JsonObject
        {
            ["api_version"] = "byok/v1",
            ["kind"] = "Key",
            ["id"] = record.Id,
            ["metadata"] = PlaceRoutes.Metadata($"byok/v1/keys/{record.Id}", $"{PlaceRoutes.Crn()}/key={record.Id}", record.CreatedAt),
            ["key"] = new JsonObject
            {
                ["kind"] = "AzureKey",
                ["application_id"] = record.ApplicationId,
                ["key_id"] = record.KeyId,
                ["key_vault_id"] = record.KeyVaultId,
                ["tenant_id"] = record.TenantId.ToString(),
            },
            ["provider"] = "Azure",
            ["state"] = StateOf(record),
            ["validation"] = validation,
        };
        if (record.DisplayName is not null)
            json["display_name"] = record.DisplayName;
        return json;
    }

    [GeneratedRegex(@"\Ahttps://[a-z0-9-]{3,24}\.vault\.azure\.net/keys/[a-z0-9-]{1,127}\z", RegexOptions.IgnoreCase)]
    private static partial Regex KeyId();

    [GeneratedRegex(@"\A/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/]{1,90}/providers/Microsoft\.KeyVault/vaults/[a-z0-9-]{3,24}\z", RegexOptions.IgnoreCase)]
    private static partial Regex VaultId();
}
