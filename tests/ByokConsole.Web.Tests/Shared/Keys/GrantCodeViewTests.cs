using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Keys;
using ByokConsole.Web.Tests.CreateCluster;

namespace ByokConsole.Web.Tests.Shared.Keys;

/// <summary>One grant in the language that a person chooses.</summary>
public sealed class GrantCodeViewTests : ConsoleTestContext
{
    private static readonly GrantTarget Target = new(Samples.Registration.Vault!, Samples.Tenant, Samples.Registration.ApplicationId!.Value);

    [Fact]
    public void At_first_it_is_what_bash_and_az_need()
    {
        var view = Render<GrantCodeView>(p => p.Add(x => x.Target, Target));

        Assert.Contains("az role assignment create", Code(view), StringComparison.Ordinal);
        Assert.Contains("In bash with the Azure CLI", view.Find(".needs").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GrantForm.PowerShell, "PowerShell", "New-AzRoleAssignment", "Az module")]
    [InlineData(GrantForm.Bicep, "Bicep", "targetScope", "resource group")]
    [InlineData(GrantForm.Terraform, "Terraform", "azurerm_role_assignment", "terraform init")]
    [InlineData(GrantForm.Rest, "REST", "curl --config -", "AZURE_TOKEN")]
    public async Task Another_form_takes_its_place_and_what_is_copied_and_says_what_it_needs(GrantForm form, string word, string inside, string needs)
    {
        var view = Render<GrantCodeView>(p => p.Add(x => x.Target, Target));

        await view.Radio(word).ClickAsync();

        Assert.Equal(GrantCode.Write(form, Target), Code(view));
        Assert.Contains(inside, Code(view), StringComparison.Ordinal);
        Assert.Equal(Code(view), view.Find("button[aria-label='Copy the commands that grant access']").GetAttribute("data-copy"));
        Assert.Contains(needs, view.Find(".needs").TextContent, StringComparison.Ordinal);
    }

    private static string Code(IRenderedComponent<GrantCodeView> view) => view.Find("pre[aria-label='the commands that grant access']").TextContent;
}
