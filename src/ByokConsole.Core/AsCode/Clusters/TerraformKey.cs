using System.Globalization;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>The part of a Terraform configuration that is about the key: the vault, the key in it, its registration, and the grants.</summary>
internal static class TerraformKey
{
    /// <summary>Confluent takes a key for a cluster only when the grants are in force.</summary>
    public static readonly string GrantsFirst
        = $"\n  depends_on = [{string.Join(", ", KeyVaultRole.OfGrant.Select(role => $"azurerm_role_assignment.{TerraformText.Label(role)}"))}]";

    // Written where the key's own size could not be read; Terraform leaves the size of an imported key as it is.
    private const int UsualSize = 3072;

    private const string Registration = """
        resource "confluent_byok_key" "main" {
          azure {
            tenant_id      = azurerm_key_vault.main.tenant_id
            key_vault_id   = azurerm_key_vault.main.id
            key_identifier = azurerm_key_vault_key.main.versionless_id
          }
          lifecycle {
            prevent_destroy = true
          }
        }

        resource "azuread_service_principal" "confluent" {
          client_id    = confluent_byok_key.main.azure[0].application_id
          use_existing = true
        }
        """;

    public static IEnumerable<string> Parts(ClusterTarget target, ClusterKey key)
    {
        yield return TerraformText.AzureProviders(key.TenantId, key.Vault.SubscriptionId);
        yield return TerraformCluster.Import("azurerm_key_vault.main", HclText.Quote(key.Vault.ToString()));
        yield return Vault(target, key);
        if (key.Key.Version is null)
            yield return Version(key);
        var identifier = HclText.Quote(key.Key.ToString());
        yield return TerraformCluster.Import("azurerm_key_vault_key.main", key.Key.Version is null ? $"join(\"/\", [{identifier}, var.key_version])" : identifier);
        yield return Key(key);
        if (key.RegistrationId is { } registration)
            yield return TerraformCluster.Import("confluent_byok_key.main", HclText.Quote(registration));
        yield return Registration;
        if (key is { RegistrationId: not null, Assignments: null })
            yield return TerraformText.ImportHint(key.Vault);
        foreach (var part in KeyVaultRole.OfGrant.SelectMany(role => Grant(role, key)))
            yield return part;
    }

    private static string Vault(ClusterTarget target, ClusterKey key) => $$"""
        # Vault and key exist, so they are imported. What this file cannot know of them stays as it is.
        resource "azurerm_key_vault" "main" {
          name                       = {{HclText.Quote(key.Vault.VaultName)}}
          resource_group_name        = {{HclText.Quote(key.Vault.ResourceGroup)}}
          location                   = {{HclText.Quote(target.Region)}}
          tenant_id                  = {{HclText.Quote(key.TenantId.ToString())}}
          sku_name                   = "standard"
          rbac_authorization_enabled = true
          purge_protection_enabled   = true
          lifecycle {
            prevent_destroy = true
            ignore_changes  = [sku_name, soft_delete_retention_days, public_network_access_enabled, network_acls, access_policy, tags]
          }
        }
        """;

    private static string Version(ClusterKey key) => $$"""
        variable "key_version" {
          description = {{HclText.Quote($"Current version of the key {key.Key}, the last part of its identifier in the portal.")}}
          type        = string
        }
        """;

    private static string Key(ClusterKey key) => $$"""
        resource "azurerm_key_vault_key" "main" {
          name         = {{HclText.Quote(key.Key.KeyName)}}
          key_vault_id = azurerm_key_vault.main.id
          key_type     = "RSA"
          key_size     = {{(key.Size ?? UsualSize).ToString(CultureInfo.InvariantCulture)}}
          key_opts     = ["wrapKey", "unwrapKey"]{{Rotation(key.Rotation ?? KeyRotationPolicy.Yearly)}}
          lifecycle {
            prevent_destroy = true
            ignore_changes  = [key_type, key_size, key_opts, not_before_date, expiration_date, rotation_policy, tags]
          }
        }
        """;

    /// <summary>The key's own policy; none for a key that nothing rotates.</summary>
    private static string Rotation(KeyRotationPolicy policy) => policy.RotatesAutomatically
        ? $$"""

          rotation_policy {{{(policy.ExpiryTime is { } life ? $"\n    expire_after = {HclText.Quote(life)}" : "")}}
            automatic {
              {{(policy.RotateAfterCreate is { } after ? $"time_after_creation = {HclText.Quote(after)}" : $"time_before_expiry = {HclText.Quote(policy.RotateBeforeExpiry!)}")}}
            }
          }
        """
        : "";

    private static IEnumerable<string> Grant(KeyVaultRole role, ClusterKey key)
    {
        if (Known(role, key) is { } known)
            yield return TerraformCluster.Import($"azurerm_role_assignment.{TerraformText.Label(role)}", HclText.Quote(known.Id));
        yield return TerraformText.Assignment(role, key.Vault.SubscriptionId, "azurerm_key_vault.main.id");
    }

    /// <summary>Only what is assigned at the vault itself is the assignment that this file makes.</summary>
    private static RoleAssignment? Known(KeyVaultRole role, ClusterKey key) => key.Assignments?.FirstOrDefault(assignment =>
        assignment.RoleDefinitionId == role.Id && assignment.Scope.TrimEnd('/').Equals(key.Vault.ToString(), StringComparison.OrdinalIgnoreCase));
}
