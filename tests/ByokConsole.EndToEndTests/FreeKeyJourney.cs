using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>A registration that serves no cluster, in a real browser.</summary>
public sealed class FreeKeyJourney(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    private const string Free = "cck-an4l1";
    private const string Key = "https://kv-orders-weu.vault.azure.net/keys/analytics-cmk";

    [Fact]
    public async Task A_Free_Registration_Is_Deleted_By_Its_Typed_Id_And_The_Key_In_Azure_Stays() => await browser.InPageAsync(async page =>
    {
        using var sandbox = console.Sandbox;
        var key = new KeyOverviewPage(page, console.Address);
        await key.OpenKeyAsync(Free);
        await PageAudit.NothingIsFoundAsync(page, "a free key");

        await key.DeleteAsync(Free);

        await Expect(page).ToHaveURLAsync(new Uri(console.Address, "keys").ToString());
        await Expect(new KeysPage(page, console.Address).Row(Free)).ToHaveCountAsync(0);
        Assert.Empty(await sandbox.RegistrationsAsync(Key));
        Assert.NotNull(await sandbox.DoInVaultAsync(HttpMethod.Get, Key));
    });
}
