using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>A grant for PowerShell with the Az module. Values stand at the head only; what follows is the same for every grant.</summary>
internal static class PowerShellGrant
{
    private const string Work = """
          Set-AzContext -Tenant $Tenant -Subscription $Subscription | Out-Null
          $Principal = Get-AzADServicePrincipal -ApplicationId $Application
          if (-not $Principal) {
            $Principal = New-AzADServicePrincipal -ApplicationId $Application
          }
          foreach ($Role in $Roles) {
            # Asked at a scope, Azure also names what is assigned above it: that counts, and would go with a change elsewhere.
            $Given = Get-AzRoleAssignment -ObjectId $Principal.Id -Scope $Vault |
              Where-Object { $_.Scope -eq $Vault -and $_.RoleDefinitionId -like "*$Role" }
            if (-not $Given) {
              New-AzRoleAssignment -ObjectId $Principal.Id -ObjectType 'ServicePrincipal' -RoleDefinitionId $Role -Scope $Vault | Out-Null
            }
          }
          "Both roles are assigned to $($Principal.Id) at $Vault."
        }
        """;

    public static string Write(GrantTarget target) => $$"""
        & {
          $ErrorActionPreference = 'Stop'
          $Tenant = {{PowerShellText.Quote(target.TenantId.ToString())}}
          $Subscription = {{PowerShellText.Quote(target.Vault.SubscriptionId.ToString())}}
          $Application = {{PowerShellText.Quote(target.ApplicationId.ToString())}}
          $Vault = {{PowerShellText.Quote(target.Vault.ToString())}}
          # {{string.Join(" and ", KeyVaultRole.OfGrant.Select(role => role.Name))}}, by their ids
          $Roles = {{string.Join(", ", KeyVaultRole.OfGrant.Select(role => PowerShellText.Quote(role.Id.ToString())))}}
        {{Work}}
        """.ReplaceLineEndings("\n");
}
