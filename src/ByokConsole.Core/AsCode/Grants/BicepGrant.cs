using ByokConsole.Core.Shell;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>
/// A grant as a Bicep file for the vault's resource group. Service principals are Entra's and not Resource Manager's: the file takes the
/// principal's object id, and its head says how to find or make it.
/// </summary>
internal static class BicepGrant
{
    public const string FileName = "grant.bicep";

    public static string Write(GrantTarget target) => $$"""
        {{Head(target)}}
        targetScope = 'resourceGroup'

        @description('Object id of the service principal of Confluent\'s application in the vault\'s tenant.')
        param principalId string

        resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: {{BicepText.Quote(target.Vault.VaultName)}}
        }

        {{string.Join("\n\n", KeyVaultRole.OfGrant.Select(Assignment))}}
        """.ReplaceLineEndings("\n");

    // Comments end with their line, so nothing but values without line breaks may stand here: ids, and a group's name of letters and digits.
    private static string Head(GrantTarget target)
    {
        var application = ShellText.Quote(target.ApplicationId.ToString());
        return $"""
            // Save as {FileName} and deploy with the Azure CLI, signed in to tenant {target.TenantId}:
            //   SP=$(az ad sp show --id {application} --query id -o tsv || az ad sp create --id {application} --query id -o tsv)
            //   az deployment group create --subscription {ShellText.Quote(target.Vault.SubscriptionId.ToString())} --resource-group {ShellText.Quote(target.Vault.ResourceGroup)} --template-file {FileName} --parameters principalId="$SP"
            """;
    }

    private static string Assignment(KeyVaultRole role)
    {
        var id = BicepText.Quote(role.Id.ToString());
        return $$"""
            // {{role.Name}}
            resource {{Symbol(role)}} 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(vault.id, principalId, {{id}})
              scope: vault
              properties: {
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', {{id}})
                principalId: principalId
                principalType: 'ServicePrincipal'
              }
            }
            """;
    }

    private static string Symbol(KeyVaultRole role) => role == KeyVaultRole.Reader ? "reader" : "cryptoUser";
}
