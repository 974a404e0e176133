using System.Net;
using ByokConsole.Web.Features.SandboxPortal;
using Microsoft.AspNetCore.Components.Web;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The sandbox's vaults, and a new one.</summary>
public sealed class VaultsPageTests : PortalTestContext
{
    /// <summary>What has the focus one after the other: the form's first field, and when the form has gone, the button that opened it.</summary>
    private const int FieldAndButton = 2;

    [Fact]
    public void A_vault_tells_what_the_checks_look_at_and_leads_to_its_page()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";

        var page = Render<VaultsPage>();

        Assert.Equal(["kv-orders-weu", "westeurope", "Azure RBAC", "on", "Open", "3"], page.FindAll("td").Select(Text));
        Assert.Equal("/sandbox/vaults/kv-orders-weu", page.Find("td a").GetAttribute("href"));
        Assert.EndsWith("/vaults/kv-orders-weu", page.Find("td [data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_vault_is_created_and_the_list_read_again()
    {
        var page = Render<VaultsPage>();
        Assert.Contains("No vaults.", page.Markup, StringComparison.Ordinal);
        await NameAsync(page, "kv-fresh");
        Host.Lists["vaults"] = $"[{Vault("kv-fresh")}]";

        await ClickAsync(page, "Create");

        Assert.Equal("""POST vaults {"name":"kv-fresh","location":"eastus"}""", Assert.Single(Host.Acts));
        Assert.Equal("Created kv-fresh.", Text(page.Find(".done")));
        Assert.Equal("kv-fresh", Text(page.Find("td")));
        Assert.Empty(page.FindAll("input"));
        JSInterop.VerifyFocusAsyncInvoke(FieldAndButton);
    }

    [Fact]
    public async Task A_refusal_tells_what_why_and_the_code_and_keeps_what_was_typed()
    {
        Host.Refusal = (HttpStatusCode.Conflict, """{"error":"The vault name is already in use.","code":"VaultAlreadyExists"}""");
        var page = Render<VaultsPage>();
        await NameAsync(page, "kv-taken");

        await ClickAsync(page, "Create");

        Assert.Equal("kv-taken was not created. The vault name is already in use.", Alarm(page));
        Assert.Contains("VaultAlreadyExists", Text(page.Find("[role=alert] details")), StringComparison.Ordinal);
        Assert.Equal("kv-taken", page.Find("input").GetAttribute("value"));
    }

    [Theory]
    [InlineData("kv")]
    [InlineData("1-vault")]
    [InlineData("kv--orders")]
    [InlineData("kv-orders-")]
    [InlineData("kv_orders")]
    public async Task A_name_that_no_vault_can_have_is_told_before_it_is_sent(string name)
    {
        var page = Render<VaultsPage>();

        await NameAsync(page, name);
        await page.Find("form").SubmitAsync();

        Assert.Contains("mud-input-error", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Host.Acts);
    }

    [Fact]
    public async Task Escape_closes_the_form()
    {
        var page = Render<VaultsPage>();
        await NameAsync(page, "kv-fresh");

        await page.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(page.FindAll("form"));
        Assert.Empty(Host.Acts);
        JSInterop.VerifyFocusAsyncInvoke(FieldAndButton);
    }

    private static async Task NameAsync(IRenderedComponent<VaultsPage> page, string name)
    {
        await ClickAsync(page, "Create vault");
        await page.Find("input").InputAsync(new() { Value = name });
    }
}
