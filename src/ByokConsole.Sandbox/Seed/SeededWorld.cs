using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Seed;

/// <summary>Makes the world that a new sandbox starts with. The README tells it top to bottom.</summary>
public sealed class SeededWorld(World world, TimeProvider clock)
{
    private const string Weu = "kv-orders-weu";

    /// <summary>Seeds an empty world; leaves a kept one alone.</summary>
    public void PutIfEmpty()
    {
        if (!world.Applications.All.Any())
            world.Write(Put);
    }

    /// <summary>Throws everything away and seeds anew.</summary>
    public void StartOver() => world.Restart(Put);

    private void Put(Change change)
    {
        var now = clock.GetUtcNow();
        change.Put(world.Settings, new SettingsRecord());
        PutOperator(change, now);
        new SeededVaults(world, now).Put(change);
        PutConfluent(change, now);
    }

    private void PutOperator(Change change, DateTimeOffset now)
    {
        change.Put(world.Applications, new ApplicationRecord(SeededIds.OperatorApp, "ByokConsole operator", IsConfluent: false));
        change.Put(world.Principals, new PrincipalRecord(SeededIds.OperatorPrincipal.ToString(), SeededIds.OperatorApp, "ByokConsole operator", now.AddDays(-60)));
        foreach (var role in (RoleDefinition[])[RoleDefinition.Owner, RoleDefinition.CryptoOfficer])
            Assign(change, $"/subscriptions/{SeededIds.Subscription}", role, SeededIds.OperatorPrincipal, now.AddDays(-60));
    }

    private void PutConfluent(Change change, DateTimeOffset now)
    {
        change.Put(world.Environments, new EnvironmentRecord(SeededIds.DefaultEnvironment, "default", now.AddDays(-90)));
        change.Put(world.Environments, new EnvironmentRecord(SeededIds.StagingEnvironment, "staging", now.AddDays(-80)));
        change.Put(world.Networks, new NetworkRecord("n-pl3us", SeededIds.DefaultEnvironment, "privatelink-eastus", "eastus", "PRIVATELINK", "READY", null, now.AddDays(-50)));
        change.Put(world.Networks, new NetworkRecord("n-pe3us", SeededIds.DefaultEnvironment, "peering-eastus", "eastus", "PEERING", "READY", "10.20.0.0/16", now.AddDays(-50)));
        change.Put(world.Networks, new NetworkRecord("n-plweu", SeededIds.DefaultEnvironment, "privatelink-westeurope", "westeurope", "PRIVATELINK", "PROVISIONING", null, now.AddDays(-1)));
        Register(change, "cck-st4g1", "staging", Weu, "staging-cmk", "b9a1c0de-0000-4000-8000-00000000a001", now.AddDays(-20), "westeurope");
        Register(change, "cck-an4l1", "analytics", Weu, "analytics-cmk", "b9a1c0de-0000-4000-8000-00000000a002", now.AddDays(-10), "westeurope");
        Register(change, "cck-n0gr4", "archive", "kv-orders-neu", "orders-cmk", "b9a1c0de-0000-4000-8000-00000000a003", now.AddDays(-5), null);
        change.Put(world.Clusters, new ClusterRecord
        {
            Id = "lkc-st4g1n",
            EnvironmentId = SeededIds.StagingEnvironment,
            DisplayName = "payments-staging",
            Type = "Dedicated",
            Region = "westeurope",
            Availability = "SINGLE_ZONE",
            Cku = 1,
            RegistrationId = "cck-st4g1",
            CreatedAt = now.AddDays(-19),
            ReadyAt = now.AddDays(-19).AddMinutes(25),
        });
        change.Put(world.Connections, new ConnectionsRecord("lkc-st4g1n", [new(now.AddDays(-18), 12)]));
    }

    /// <summary>With a region the registration is granted and valid, without one it never got its grants.</summary>
    private void Register(Change change, string id, string name, string vault, string key, string application, DateTimeOffset at, string? region)
    {
        change.Put(world.Applications, new ApplicationRecord(application, $"Confluent Cloud BYOK {id}", IsConfluent: true));
        change.Put(world.Registrations, new RegistrationRecord
        {
            Id = id,
            DisplayName = name,
            KeyId = $"https://{vault}.vault.azure.net/keys/{key}",
            KeyVaultId = ResourceIdOf(vault),
            TenantId = SeededIds.Tenant,
            ApplicationId = application,
            CreatedAt = at,
            Since = at.AddMinutes(4),
            Phase = region is null ? "INVALID" : "VALID",
            Message = region is null ? KeyRefusals.NoPrincipal : null,
            Region = region,
        });
        if (region is null)
            return;
        var principal = Guid.Parse(application[..^4] + "b" + application[^3..]);
        change.Put(world.Principals, new PrincipalRecord(principal.ToString(), application, $"Confluent Cloud BYOK {id}", at));
        foreach (var role in (RoleDefinition[])[RoleDefinition.CryptoServiceEncryptionUser, RoleDefinition.VaultReader])
            Assign(change, ResourceIdOf(vault), role, principal, at.AddMinutes(1));
    }

    private void Assign(Change change, string scope, RoleDefinition role, Guid principal, DateTimeOffset at)
    {
        var name = Guid.NewGuid().ToString();
        change.Put(world.Assignments, new AssignmentRecord(
            $"{scope}/{name}".ToLowerInvariant(), name, scope, role.Id, principal, "ServicePrincipal", at, SeededIds.OperatorPrincipal.ToString()));
    }

    private static string ResourceIdOf(string vault)
        => $"/subscriptions/{SeededIds.Subscription}/resourceGroups/{SeededIds.Group}/providers/Microsoft.KeyVault/vaults/{vault}";
}
