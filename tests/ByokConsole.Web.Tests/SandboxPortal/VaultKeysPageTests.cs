using System.Net;
using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The keys in the sandbox's vaults and what can be done to them.</summary>
public sealed class VaultKeysPageTests : PortalTestContext
{
    [Theory]
    [InlineData("", "Enabled", "Rotates on 10 Jan 2027", "Disable Rotate Delete")]
    [InlineData(",\"enabled\":false,\"rotatesAt\":null", "Disabled", "Nothing", "Enable Rotate Delete")]
    [InlineData(",\"isExpired\":true,\"rotatesAt\":null,\"expires\":\"2026-11-01T00:00:00+00:00\"", "Expired", "Nothing", "Disable Rotate Delete")]
    [InlineData(",\"notBefore\":\"2027-03-01T00:00:00+00:00\"", "Not yet valid", "Rotates on 10 Jan 2027", "Disable Rotate Delete")]
    [InlineData(",\"rotatesAt\":null,\"expires\":\"2027-03-01T00:00:00+00:00\"", "Enabled", "Expires on 1 Mar 2027", "Disable Rotate Delete")]
    [InlineData(",\"deletedAt\":\"2026-11-20T00:00:00+00:00\",\"purgedAt\":\"2027-02-18T00:00:00+00:00\"", "Deleted", "Purged on 18 Feb 2027", "Recover")]
    public void A_key_tells_how_it_stands_what_time_does_to_it_and_what_can_be_done(string more, string state, string ahead, string acts)
    {
        Host.Lists["keys"] = $"[{Key(more: more)}]";

        var page = Render<VaultKeysPage>();

        Assert.Equal(["orders-cmk", "kv-orders-weu", "RSA 3072", state, "2", ahead], page.FindAll("td").Take(6).Select(Text));
        Assert.Equal(acts, Offered(page));
    }

    [Theory]
    [InlineData("Disable", "", """PATCH vaults/kv-orders-weu/keys/orders-cmk {"enabled":false}""", "kv-orders-weu/orders-cmk is disabled.")]
    [InlineData("Enable", ",\"enabled\":false", """PATCH vaults/kv-orders-weu/keys/orders-cmk {"enabled":true}""", "kv-orders-weu/orders-cmk is enabled.")]
    [InlineData("Rotate", "", "POST vaults/kv-orders-weu/keys/orders-cmk/rotate", "kv-orders-weu/orders-cmk has a new version.")]
    [InlineData("Recover", ",\"deletedAt\":\"2026-11-20T00:00:00+00:00\"", "POST vaults/kv-orders-weu/keys/orders-cmk/recover", "kv-orders-weu/orders-cmk is back, with every version.")]
    public async Task A_click_does_it_and_says_so(string word, string more, string act, string said)
    {
        Host.Lists["keys"] = $"[{Key(more: more)}]";
        var page = Render<VaultKeysPage>();
        var looks = Host.Looks.Count;

        await ClickLabelledAsync(page, $"{word} kv-orders-weu/orders-cmk");

        Assert.Equal(act, Assert.Single(Host.Acts));
        Assert.Equal(said, Text(page.Find(".done")));
        Assert.Equal(looks + 1, Host.Looks.Count);
    }

    [Theory]
    [InlineData("orders_cmk")]
    [InlineData("orders/cmk")]
    [InlineData("orders cmk")]
    public async Task A_name_that_no_key_can_have_is_told_before_it_is_sent(string name)
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        var page = Render<VaultKeysPage>();
        await ClickAsync(page, "Create key");

        await page.Find("input.mud-input-slot[type=text]:not([readonly])").InputAsync(new() { Value = name });
        await page.Find("form").SubmitAsync();

        Assert.Contains("mud-input-error", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Host.Acts);
    }

    [Fact]
    public async Task A_key_is_deleted_only_after_a_second_word()
    {
        Host.Lists["keys"] = $"[{Key()}]";
        var page = Render<VaultKeysPage>();

        await ClickLabelledAsync(page, "Delete kv-orders-weu/orders-cmk");
        Assert.Empty(Host.Acts);
        Assert.Contains("Delete kv-orders-weu/orders-cmk?", Dialogs.Markup, StringComparison.Ordinal);
        await ClickAsync(Dialogs, "Leave it");
        Assert.Empty(Host.Acts);

        await ClickLabelledAsync(page, "Delete kv-orders-weu/orders-cmk");
        await ClickAsync(Dialogs, "Delete key");
        Assert.Equal("DELETE vaults/kv-orders-weu/keys/orders-cmk", Assert.Single(Host.Acts));
    }

    [Fact]
    public async Task A_new_key_goes_into_the_chosen_vault()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        var page = Render<VaultKeysPage>();
        await ClickAsync(page, "Create key");
        await page.FindAll("input").Single(input => input.ClassList.Contains("mud-input-slot") && !input.HasAttribute("readonly") && input.GetAttribute("type") == "text")
            .InputAsync(new() { Value = "fresh-cmk" });

        await ClickAsync(page, "Create");

        Assert.Equal("""POST vaults/kv-orders-weu/keys/fresh-cmk {"size":3072}""", Assert.Single(Host.Acts));
    }

    [Fact]
    public async Task A_second_click_while_the_first_is_under_way_does_nothing()
    {
        var answered = new TaskCompletionSource();
        Host.Until = answered.Task;
        Host.Lists["keys"] = $"[{Key()}]";
        var page = Render<VaultKeysPage>();

        var first = ClickLabelledAsync(page, "Rotate kv-orders-weu/orders-cmk");
        page.WaitForAssertion(() => Assert.All(page.FindAll("td button.mud-button-root"), button => Assert.True(button.HasAttribute("disabled"))));
        answered.SetResult();
        await first;

        Assert.Single(Host.Acts);
        Assert.All(page.FindAll("td button.mud-button-root"), button => Assert.False(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task What_is_refused_is_not_said_to_be_done()
    {
        Host.Refusal = (HttpStatusCode.NotFound, """{"error":"A key was not found.","code":"KeyNotFound"}""");
        Host.Lists["keys"] = $"[{Key()}]";
        var page = Render<VaultKeysPage>();

        await ClickLabelledAsync(page, "Disable kv-orders-weu/orders-cmk");

        Assert.Equal("", Text(page.Find(".done")));
        Assert.Equal("kv-orders-weu/orders-cmk was not changed. A key was not found. It may be gone meanwhile: look at the list again.", Alarm(page));
    }
}
