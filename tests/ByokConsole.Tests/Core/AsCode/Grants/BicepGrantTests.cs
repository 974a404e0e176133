using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Grants;

/// <summary>The file is compiled by Microsoft's own compiler, without a network.</summary>
public sealed class BicepGrantTests
{
    [Fact]
    public async Task It_Compiles_To_Two_Assignments_At_The_Vault_For_A_Principal_That_Is_Told()
    {
        var template = await Bicep.CompileAsync(GrantCode.Write(GrantForm.Bicep, GrantSamples.Odd));

        var resources = template["resources"]!.AsArray();
        Assert.Equal(["principalId"], template["parameters"]!.AsObject().Select(parameter => parameter.Key));
        Assert.Equal(KeyVaultRole.OfGrant.Count, resources.Count);
        foreach (var (role, resource) in KeyVaultRole.OfGrant.Zip(resources))
        {
            Assert.Equal("Microsoft.Authorization/roleAssignments", resource!["type"]!.GetValue<string>());
            Assert.Equal($"[guid(resourceId('Microsoft.KeyVault/vaults', '{GrantSamples.Odd.Vault.VaultName}'), parameters('principalId'), '{role.Id}')]", resource["name"]!.GetValue<string>());
            Assert.Equal($"[resourceId('Microsoft.KeyVault/vaults', '{GrantSamples.Odd.Vault.VaultName}')]", resource["scope"]!.GetValue<string>());
            Assert.Equal($"[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '{role.Id}')]", resource["properties"]!["roleDefinitionId"]!.GetValue<string>());
            Assert.Equal("ServicePrincipal", resource["properties"]!["principalType"]!.GetValue<string>());
        }
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task The_Commands_At_Its_Head_Deploy_It_To_The_Vaults_Group()
    {
        var commands = GrantCode.Write(GrantForm.Bicep, GrantSamples.Odd).Split('\n').Where(line => line.StartsWith("//   ", StringComparison.Ordinal)).Select(line => line[5..]);
        using var bash = new Bash();
        bash.Put("az", """case "$*" in "ad sp show"*) exit 3;; "ad sp create"*) echo the-principal;; esac; printf '%s\n' "$*" >> "$HERE/calls" """);

        var (code, _, errors) = await bash.RunAsync(string.Join('\n', commands));

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(
            $"deployment group create --subscription {GrantSamples.Odd.Vault.SubscriptionId} --resource-group {GrantSamples.Odd.Vault.ResourceGroup} --template-file grant.bicep --parameters principalId=the-principal\n",
            bash.Read("calls"),
            StringComparison.Ordinal);
    }

    public static bool HasBash => Bash.IsThere;
}
