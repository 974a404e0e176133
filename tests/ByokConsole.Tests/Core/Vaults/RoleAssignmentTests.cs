using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.Vaults;

/// <summary>An assignment counts at its scope and below: on a segment boundary, without regard to case.</summary>
public sealed class RoleAssignmentTests
{
    private const string Vault = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-orders";

    [Theory]
    [InlineData(Vault, true)]
    [InlineData("/SUBSCRIPTIONS/S/resourcegroups/RG/providers/microsoft.keyvault/vaults/KV-ORDERS", true)]
    [InlineData("/subscriptions/s/resourceGroups/rg", true)]
    [InlineData("/subscriptions/s/", true)]
    [InlineData("/", true)]
    [InlineData("/subscriptions/s/resourceGroups/r", false)]
    [InlineData("/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-order", false)]
    [InlineData(Vault + "/keys/orders-cmk", false)]
    [InlineData("/subscriptions/other", false)]
    public void It_Covers_A_Vault(string scope, bool covers)
        => Assert.Equal(covers, new RoleAssignment("id", scope, Guid.NewGuid(), Guid.NewGuid(), null, false).Covers(Vault));
}
