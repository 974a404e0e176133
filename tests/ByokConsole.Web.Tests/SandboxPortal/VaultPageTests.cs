using ByokConsole.Web.Features.SandboxPortal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using MudBlazor;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>One vault: its switches and its keys.</summary>
public sealed class VaultPageTests : PortalTestContext
{
    [Fact]
    public async Task A_switch_changes_itself_and_leaves_the_others()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        var page = Open();
        Assert.Equal("true", page.Find(".chip").GetAttribute("aria-pressed"));

        await ClickAsync(page, "Closed to everyone");
        await page.InvokeAsync(() => page.FindComponents<MudSwitch<bool>>().Single(one => one.Instance.Label == "Purge protection").Instance.ValueChanged.InvokeAsync(false));

        Assert.Equal(
            [
                """PATCH vaults/kv-orders-weu {"enableRbacAuthorization":true,"enablePurgeProtection":true,"publicNetworkAccess":"Enabled","networkAcls":{"defaultAction":"Deny","bypass":"None"}}""",
                """PATCH vaults/kv-orders-weu {"enableRbacAuthorization":true,"enablePurgeProtection":false,"publicNetworkAccess":"Enabled","networkAcls":null}""",
            ],
            Host.Acts);
        Assert.Equal("kv-orders-weu is changed.", Text(page.Find(".done")));
    }

    [Fact]
    public async Task A_switch_that_is_refused_turns_back()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        Host.Refusal = (System.Net.HttpStatusCode.NotFound, """{"error":"No such vault."}""");
        var page = Open();

        await page.FindAll("input[type=checkbox]")[1].ChangeAsync(new() { Value = false });

        Assert.Equal("kv-orders-weu was not changed. No such vault. It may be gone meanwhile: look at the list again.", Alarm(page));
        Assert.True(page.FindAll("input[type=checkbox]")[1].HasAttribute("checked"));
    }

    [Fact]
    public void It_shows_its_own_keys_and_where_else_it_appears()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        Host.Lists["vaults/kv-orders-weu/keys"] = $"[{Key()}]";

        var page = Open();

        Assert.StartsWith("orders-cmk", Text(page.Find("td")), StringComparison.Ordinal);
        Assert.Contains("/sandbox/log?vault=kv-orders-weu", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/sandbox/roles?vault=kv-orders-weu", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_vault_that_is_not_there_leads_back_to_those_that_are()
    {
        var page = Open();

        Assert.Contains("The sandbox has no vault kv-orders-weu.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/sandbox/vaults", page.Find(".empty a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("[]", 404)]
    [InlineData(null, 200)]
    public void The_first_answer_says_by_its_status_that_there_is_no_such_vault(string? vaults, int status)
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Host.Lists["vaults"] = vaults ?? $"[{Vault("KV-Orders-Weu")}]";
        var answer = new DefaultHttpContext();

        var page = Render<VaultPage>(p => p.Add(x => x.Vault, "kv-orders-weu").AddCascadingValue<HttpContext>(answer));

        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal(status == 404, page.Markup.Contains("The sandbox has no vault kv-orders-weu.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sandbox_that_does_not_answer_does_not_make_a_vault_unknown()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Host.IsAway = true;
        var answer = new DefaultHttpContext();

        Render<VaultPage>(p => p.Add(x => x.Vault, "kv-orders-weu").AddCascadingValue<HttpContext>(answer));

        Assert.Equal(200, answer.Response.StatusCode);
    }

    private IRenderedComponent<VaultPage> Open() => Render<VaultPage>(p => p.Add(x => x.Vault, "kv-orders-weu"));
}
