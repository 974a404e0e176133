using System.Globalization;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The sandbox's portal does things behind the console's back, and the console notices.</summary>
public sealed class SandboxPortalJourney(BrowserFixture browser)
{
    private const string Key = "kv-orders-weu/staging-cmk";
    private const string Registration = "cck-st4g1";

    [Fact]
    public async Task A_Key_Is_Hurt_And_Healed_A_Fault_Is_Used_Up_And_Days_Go_By() => await browser.InPageAsync(async page =>
    {
        await using var console = await ConsoleFixture.StartAsync("--KeyHealth:Interval", "00:00:10");
        var (portal, key) = (new SandboxPortalPage(page, console.Address), new KeyOverviewPage(page, console.Address));

        await SwitchAsync("Disable", $"{Key} is disabled.");
        await key.OpenKeyAsync(Registration);
        await Expect(key.Standing("Broken")).ToBeVisibleAsync();
        await SwitchAsync("Enable", $"{Key} is enabled.");
        await key.OpenKeyAsync(Registration);
        await Expect(key.Standing("Healthy")).ToBeVisibleAsync();

        await portal.OpenAsync();
        await portal.GoToAsync("Faults");
        await portal.OrderAsync("500", $"/byok/v1/keys/{Registration}");
        await Expect(portal.Done("Ordered: 500, 1 time.")).ToBeVisibleAsync();
        await key.OpenKeyAsync(Registration);
        await Expect(key.Heading).ToHaveTextAsync("staging");
        await portal.OpenAsync();
        await portal.GoToAsync("Log");
        await portal.ShowFaultsAsync();
        var suffered = portal.Requests.Filter(new() { HasText = $"tried to read key registration {Registration}" });
        await Expect(suffered).ToContainTextAsync("fault: 500");
        await portal.GoToAsync("Faults");
        await Expect(page.GetByText("No fault is ordered")).ToBeVisibleAsync();

        var before = await ShownAsync(portal);
        await portal.GoToAsync("Clock");
        await portal.MoveClockAsync("5 days");
        await Expect(portal.Done("The clock is 5 days further.")).ToBeVisibleAsync();
        await Poll.UntilAsync(async () => (await ShownAsync(portal) - before).TotalDays is > 4.99 and < 5.1);

        async Task SwitchAsync(string word, string said)
        {
            await portal.OpenAsync();
            await portal.GoToAsync("Keys");
            await portal.PressAsync($"{word} {Key}");
            await Expect(portal.Done(said)).ToBeVisibleAsync();
        }
    });

    [Fact]
    public async Task A_Check_Of_The_Wizard_Follows_What_The_Portal_Does_And_The_Sandbox_Starts_Over() => await browser.InPageAsync(async page =>
    {
        await using var console = await ConsoleFixture.StartAsync();
        var portal = new SandboxPortalPage(page, console.Address);
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.GoToSecurityAsync("eastus");
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "orders-cmk"));
        var check = wizard.Check("Enabled, may wrap and unwrap");
        await Expect(check).ToContainTextAsync("Pass");
        await wizard.IsSavedAsync();
        var draft = wizard.DraftId;

        await portal.OpenAsync();
        await portal.GoToAsync("Keys");
        await portal.PressAsync("Disable kv-orders-eus/orders-cmk");
        await Expect(portal.Done("kv-orders-eus/orders-cmk is disabled.")).ToBeVisibleAsync();
        await wizard.OpenStepAsync(draft, "security");
        await Expect(check).ToContainTextAsync("disabled");

        await portal.OpenAsync();
        await portal.GoToAsync("Settings");
        await portal.StartOverAsync();
        await Expect(portal.Done("The sandbox is as it was at first.")).ToBeVisibleAsync();
        await wizard.OpenStepAsync(draft, "security");
        await Expect(check).ToContainTextAsync("Pass");
    });

    [Fact]
    public async Task Without_A_Mouse_A_Vault_Is_Made_And_The_Focus_Is_Back_Where_It_Was_And_An_Unknown_One_Is_404() => await browser.InPageAsync(async page =>
    {
        await using var console = await ConsoleFixture.StartAsync();
        var portal = new SandboxPortalPage(page, console.Address);
        await portal.OpenAsync();
        await portal.GoToAsync("Vaults");

        await portal.CreateVaultByKeyboardAsync("kv-by-keyboard");
        await Expect(portal.Done("Created kv-by-keyboard.")).ToBeVisibleAsync();
        await Expect(portal.CreateVault).ToBeFocusedAsync();

        Assert.Equal(200, (await portal.OpenVaultAsync("kv-by-keyboard")).Status);
        Assert.Equal(404, (await portal.OpenVaultAsync("kv-nowhere")).Status);
        await Expect(page.GetByText("The sandbox has no vault kv-nowhere.")).ToBeVisibleAsync();
    });

    private static async Task<DateTime> ShownAsync(SandboxPortalPage portal)
        => DateTime.Parse((await portal.SandboxTime.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
}
