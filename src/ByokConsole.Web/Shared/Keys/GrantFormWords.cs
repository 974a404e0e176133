using ByokConsole.Core.AsCode.Grants;

namespace ByokConsole.Web.Shared.Keys;

/// <summary>What the forms of a grant are called, and what each needs.</summary>
public static class GrantFormWords
{
    public static string Name(GrantForm form) => form switch
    {
        GrantForm.Az => "az",
        GrantForm.PowerShell => "PowerShell",
        GrantForm.Bicep => "Bicep",
        GrantForm.Terraform => "Terraform",
        _ => "REST",
    };

    public static string Needs(GrantForm form) => form switch
    {
        GrantForm.Az => "In bash with the Azure CLI, signed in with the right to assign roles on the vault:",
        GrantForm.PowerShell => "In PowerShell with the Az module, signed in (Connect-AzAccount) with the right to assign roles on the vault:",
        GrantForm.Bicep => "A file for the vault's resource group. Bicep cannot make the service principal: the commands at its head do, and deploy it.",
        GrantForm.Terraform => "A configuration of its own: terraform init, then apply, signed in to Azure with the right to assign roles on the vault.",
        _ => "In bash with curl. Tokens come from the Azure CLI, or from AZURE_TOKEN (for management.azure.com) and GRAPH_TOKEN (for graph.microsoft.com):",
    };
}
