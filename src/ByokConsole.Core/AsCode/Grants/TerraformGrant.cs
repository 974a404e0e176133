using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>A grant as a Terraform configuration.</summary>
internal static class TerraformGrant
{
    public static string Write(GrantTarget target) => $$"""
        {{TerraformText.Needs(TerraformText.AzureAd, TerraformText.AzureRm)}}

        {{TerraformText.AzureProviders(target.TenantId, target.Vault.SubscriptionId)}}

        resource "azuread_service_principal" "confluent" {
          client_id    = {{HclText.Quote(target.ApplicationId.ToString())}}
          use_existing = true
        }

        {{TerraformText.ImportHint(target.Vault)}}

        {{string.Join("\n\n", KeyVaultRole.OfGrant.Select(role => TerraformText.Assignment(role, target.Vault.SubscriptionId, HclText.Quote(target.Vault.ToString()))))}}
        """.ReplaceLineEndings("\n");
}
