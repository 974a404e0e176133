using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>byok/v1 keys.</summary>
public sealed class RegistrationRoutes(World world, CloudClock clock)
{
    /// <summary>What a public listing shows as the applied limit of an organisation.</summary>
    private const int Quota = 20;
    private const string Available = "AVAILABLE";
    private const string InUse = "IN_USE";
    /// <summary>How long a registration stays in use after its cluster was deleted.</summary>
    internal static readonly TimeSpan ReleaseAfter = TimeSpan.FromDays(5);

    public Reply List(Call call)
    {
        bool Is(string name, string? value) => call.Query[name].ToString() is not { Length: > 0 } wanted || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);
        bool Has(string name, string? value) => call.Query[name].ToString() is not { Length: > 0 } wanted || value?.Contains(wanted, StringComparison.OrdinalIgnoreCase) is true;
        return ConfluentPages.Page(
            call,
            ("byok/v1", "KeyList", 100),
            world.Registrations.All
                .Where(one => Is("provider", "Azure") && Is("state", StateOf(one)) && Is("validation_phase", one.Phase) && Is("validation_region", one.Region))
                .Where(one => Has("display_name", one.DisplayName) && Has("key", one.KeyId)),
            Write);
    }

    public Reply Get(string id) => world.Registrations.Find(id) is { } found ? new Reply(200, Write(found)) : NotFound(id);

    public Reply Create(Call call)
    {
        if (call.Json() is not { } body)
            return ConfluentErrors.BadBody();
        if (RegistrationRules.ForNew(body) is { Count: > 0 } problems)
            return ConfluentErrors.Invalid(problems);
        var key = body.Object("key")!;
        return world.Write(change => Existing(key) is { } existing
            ? ConfluentErrors.Of(409, "resource_already_exists", $"This key is registered already, as {existing.Id}.").With("Location", Address(existing.Id))
            : world.Registrations.All.Count() >= Quota
                ? ConfluentErrors.Of(402, "quota_exceeded", $"The organization has reached its limit of {Quota} keys (byok.max_keys.per_org).")
                : Put(change, key, body.Text("display_name")));
    }

    public Reply Rename(Call call, string id)
        => world.Write(change =>
        {
            if (world.Registrations.Find(id) is not { } found)
                return NotFound(id);
            if (call.Json() is not { } body)
                return ConfluentErrors.BadBody();
            if (RegistrationRules.ForChange(body, RegistrationShape.Key(found)) is { Count: > 0 } problems)
                return ConfluentErrors.Invalid(problems);
            var renamed = found with { DisplayName = body.Text("display_name") ?? found.DisplayName };
            change.Put(world.Registrations, renamed);
            return new Reply(200, Write(renamed));
        });

    public Reply Delete(string id)
        => world.Write(change =>
        {
            if (world.Registrations.Find(id) is not { } found)
                return NotFound(id);
            if (IsInUse(found))
                return ConfluentErrors.Of(409, "resource_in_use", $"Key {id} is bound to a cluster, or its cluster was deleted less than {ReleaseAfter.Days} days ago.");
            change.Remove(world.Registrations, id);
            return new Reply(204);
        });

    /// <summary>True when a cluster holds the same vault key, were it through another registration.</summary>
    internal bool IsKeyInUse(RegistrationRecord registration)
        => world.Registrations.All.Any(other => other.KeyId.Equals(registration.KeyId, StringComparison.OrdinalIgnoreCase) && IsInUse(other));

    internal string StateOf(RegistrationRecord registration) => IsInUse(registration) ? InUse : Available;

    /// <summary>In use from the cluster's creation until five days after its deletion.</summary>
    private bool IsInUse(RegistrationRecord registration)
        => world.Clusters.All.Any(cluster => cluster.RegistrationId == registration.Id
            && (cluster.DeletedAt is not { } deleted || deleted + ReleaseAfter > clock.GetUtcNow()));

    private RegistrationRecord? Existing(JsonObject key)
        => world.Registrations.All.FirstOrDefault(one => one.KeyId.Equals(key.Text("key_id"), StringComparison.OrdinalIgnoreCase)
            && one.KeyVaultId.Equals(key.Text("key_vault_id"), StringComparison.OrdinalIgnoreCase)
            && one.TenantId == Guid.Parse(key.Text("tenant_id")!));

    private Reply Put(Change change, JsonObject key, string? displayName)
    {
        var now = clock.GetUtcNow();
        var record = new RegistrationRecord
        {
            Id = ConfluentIds.New("cck-", id => world.Registrations.Find(id) is not null),
            DisplayName = displayName,
            KeyId = key.Text("key_id")!,
            KeyVaultId = key.Text("key_vault_id")!,
            TenantId = Guid.Parse(key.Text("tenant_id")!),
            ApplicationId = Guid.NewGuid().ToString(),
            CreatedAt = now,
            Since = now,
        };
        change.Put(world.Applications, new ApplicationRecord(record.ApplicationId, $"Confluent Cloud BYOK {record.Id}", IsConfluent: true));
        change.Put(world.Registrations, record);
        return new Reply(201, Write(record)).With("Location", Address(record.Id));
    }

    private JsonObject Write(RegistrationRecord record) => RegistrationShape.Write(record, StateOf(record));

    private static string Address(string id) => ConfluentObjects.Address($"byok/v1/keys/{id}");

    private static Reply NotFound(string id) => ConfluentErrors.NotFound($"Key {id}");
}
