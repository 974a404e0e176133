using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Grants;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>Clusters to write down. Each has a name that breaks out of whatever does not quote it.</summary>
internal static class ClusterSamples
{
    /// <summary>Automatic encryption, on the internet.</summary>
    public static readonly ClusterTarget Automatic = new()
    {
        EnvironmentId = "env-9kx2v", DisplayName = Hostile.Name, Region = "eastus", Availability = Availability.MultiZone, Cku = 2,
    };

    /// <summary>A key that is not registered yet, and a private network.</summary>
    public static readonly ClusterTarget Wanted = Automatic with
    {
        NetworkId = "n-7q2k", Key = new(GrantSamples.Odd.Vault, KeyIdentifier.Parse("https://KV-Orders.vault.azure.net/keys/orders-cmk"), GrantSamples.Odd.TenantId) { RegistrationName = Hostile.Name },
    };

    /// <summary>A key whose registration has its grants.</summary>
    public static readonly ClusterTarget Registered = Wanted with { Key = Wanted.Key! with { RegistrationId = "cck-1a2b3" } };

    public static readonly ClusterTarget Existing = Registered with
    {
        ClusterId = "lkc-9x8y7",
        DeletionProtection = true,
        Key = Registered.Key! with
        {
            Key = Registered.Key.Key.WithVersion(new string('a', 32)),
            Assignments = [.. KeyVaultRole.OfGrant.Select(role => new RoleAssignment($"{GrantSamples.Odd.Vault}/providers/Microsoft.Authorization/roleAssignments/{role.Id}", GrantSamples.Odd.Vault.ToString(), role.Id, GrantSamples.Principal, null, false))],
        },
    };
}
