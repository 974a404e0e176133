using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Grants;

/// <summary>The configuration is read by Terraform's own parser.</summary>
public sealed class TerraformGrantTests
{
    [Fact]
    public async Task It_Finds_Or_Makes_The_Principal_And_Gives_It_Both_Roles_At_The_Vault()
    {
        var target = GrantSamples.Odd;
        var json = await Hcl.ParseAsync(GrantCode.Write(GrantForm.Terraform, target));

        var principal = json["resource"]!["azuread_service_principal"]!["confluent"]![0]!;
        Assert.Equal((target.ApplicationId.ToString(), true), (Hcl.Literal(principal["client_id"]), principal["use_existing"]!.GetValue<bool>()));
        var assignments = json["resource"]!["azurerm_role_assignment"]!.AsObject().Select(assignment => assignment.Value![0]!).ToList();
        Assert.Equal(
            KeyVaultRole.OfGrant.Select(role => $"/subscriptions/{target.Vault.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{role.Id}").Order(),
            assignments.Select(assignment => Hcl.Literal(assignment["role_definition_id"])).Order());
        Assert.All(assignments, assignment =>
        {
            Assert.Equal(target.Vault.ToString(), Hcl.Literal(assignment["scope"]));
            Assert.Equal("${azuread_service_principal.confluent.object_id}", assignment["principal_id"]!.GetValue<string>());
            Assert.Equal("ServicePrincipal", Hcl.Literal(assignment["principal_type"]));
        });
    }

    [Fact]
    public async Task Both_Providers_Are_Pinned_To_The_Tenant_And_The_Subscription()
    {
        var json = await Hcl.ParseAsync(GrantCode.Write(GrantForm.Terraform, GrantSamples.Plain));

        Assert.Equal(GrantSamples.Plain.TenantId.ToString(), Hcl.Literal(json["provider"]!["azuread"]![0]!["tenant_id"]));
        Assert.Equal(GrantSamples.Plain.TenantId.ToString(), Hcl.Literal(json["provider"]!["azurerm"]![0]!["tenant_id"]));
        Assert.Equal(GrantSamples.Plain.Vault.SubscriptionId.ToString(), Hcl.Literal(json["provider"]!["azurerm"]![0]!["subscription_id"]));
        Assert.Equal(["azuread", "azurerm"], json["terraform"]![0]!["required_providers"]![0]!.AsObject().Select(provider => provider.Key).Order());
    }
}
