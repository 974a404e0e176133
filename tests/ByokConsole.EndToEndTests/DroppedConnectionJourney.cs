using ByokConsole.Core.Drafts;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// The connection goes silent while a field is filled in, and then breaks. The circuit is still there when it is back, so nothing is loaded
/// anew: what was entered in between is in the browser alone, and comes to the console and into the database all the same.
/// </summary>
public sealed class DroppedConnectionJourney(ConsoleFixture console, BrowserFixture browser, ITestOutputHelper output) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public void No_Field_Of_The_Wizard_Is_Left_Out()
        => Assert.Equal(Enum.GetValues<DraftField>().Order(), WizardFields.All.Select(field => field.Field).Order());

    [Fact]
    public async Task A_Connection_Dropped_At_Any_Field_Loses_Nothing_Of_It() => await browser.InPageAsync(page => browser.InPageAsync(async elsewhere =>
    {
        await using var way = new BrowserWay(console.Address);
        var clusters = new ClustersPage(page, way.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        var stored = new CreateClusterPage(elsewhere, console.Address);
        foreach (var field in WizardFields.All)
        {
            output.WriteLine(field.ToString());
            if (!page.Url.EndsWith($"/{field.Step}", StringComparison.Ordinal))
                await wizard.OpenStepAsync(wizard.DraftId, field.Step);
            await field.BeginAsync(wizard);
            way.Hold();
            await field.GoOnAsync(wizard);
            await DropAsync(way, page);

            await field.IsShownAsync(wizard);
            await wizard.IsSavedAsync();
            if (field.IsOfTheDraft)
            {
                await stored.OpenStepAsync(wizard.DraftId, field.Step);
                await field.IsShownAsync(stored);
            }
        }
    }));

    [Fact]
    public async Task The_Dialog_Stays_Until_The_Console_Is_Back_And_Offers_To_Load_The_Page_Again() => await browser.InPageAsync(async page =>
    {
        await using var way = new BrowserWay(console.Address);
        var clusters = new ClustersPage(page, way.Address);
        await clusters.OpenAsync();
        var dialog = new ReconnectDialog(page);
        way.Cut();
        await dialog.IsShownAsync();
        await Expect(dialog.LoadAgain).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");

        await dialog.IsShownAsync();
        await PageAudit.NothingIsFoundAsync(page, "reconnect");
        way.Restore();
        await dialog.HasGoneAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Create cluster", Exact = true })).ToBeVisibleAsync();
    });

    private static async Task DropAsync(BrowserWay way, IPage page)
    {
        var dialog = new ReconnectDialog(page);
        way.Cut();
        await dialog.IsShownAsync();
        way.Restore();
        await dialog.HasGoneAsync();
    }
}
