using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode;

/// <summary>What the Terraform configurations of a grant and of a cluster have in common.</summary>
internal static class TerraformText
{
    public const string AzureAd = """azuread = { source = "hashicorp/azuread", version = "~> 3.0" }""";

    public const string AzureRm = """azurerm = { source = "hashicorp/azurerm", version = "~> 4.42" }""";

    public const string Confluent = """confluent = { source = "confluentinc/confluent", version = "~> 2.0" }""";

    /// <summary>Both providers, pinned: signed in elsewhere, they refuse instead of granting in another tenant.</summary>
    public static string AzureProviders(Guid tenantId, Guid subscriptionId) => $$"""
        provider "azuread" {
          tenant_id = {{HclText.Quote(tenantId.ToString())}}
        }

        provider "azurerm" {
          features {}
          tenant_id       = {{HclText.Quote(tenantId.ToString())}}
          subscription_id = {{HclText.Quote(subscriptionId.ToString())}}
        }
        """;

    /// <summary>One role for the service principal that is called <c>confluent</c>.</summary>
    /// <param name="scope">An expression.</param>
    public static string Assignment(KeyVaultRole role, Guid subscriptionId, string scope) => $$"""
        # {{role.Name}}
        resource "azurerm_role_assignment" {{HclText.Quote(Label(role))}} {
          scope              = {{scope}}
          role_definition_id = {{HclText.Quote($"/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{role.Id}")}}
          principal_id       = azuread_service_principal.confluent.object_id
          principal_type     = "ServicePrincipal"
        }
        """;

    /// <summary>What the role's assignment is called in a configuration.</summary>
    public static string Label(KeyVaultRole role) => role == KeyVaultRole.Reader ? "reader" : "crypto_user";
}
