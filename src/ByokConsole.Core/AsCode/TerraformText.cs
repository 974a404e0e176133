using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Shell;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode;

/// <summary>What the Terraform configurations of a grant and of a cluster have in common.</summary>
internal static class TerraformText
{
    public static readonly string AzureAd = Provider("azuread", "hashicorp/azuread", "~> 3.0");

    public static readonly string AzureRm = Provider("azurerm", "hashicorp/azurerm", "~> 4.42");

    public static readonly string Confluent = Provider("confluent", "confluentinc/confluent", "~> 2.0");

    /// <summary>What is needed of providers.</summary>
    public static string Needs(params IEnumerable<string> providers) => $$"""
        terraform {
          required_version = ">= 1.6"
          required_providers {
        {{string.Join('\n', providers)}}
          }
        }
        """;

    /// <summary>What to do where somebody assigned the roles before: Terraform refuses to assign what is there.</summary>
    public static string ImportHint(VaultResourceId vault) => $$"""
        # A role that is assigned already is not assigned again but imported, by an import block with the id that this command shows:
        #   az role assignment list --scope {{ShellText.Quote(vault.ToString())}} --query '[].[roleDefinitionName, principalId, id]' -o tsv
        """;

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

    private static string Provider(string name, string source, string version) => $$"""
            {{name}} = {
              source  = {{HclText.Quote(source)}}
              version = {{HclText.Quote(version)}}
            }
        """;
}
