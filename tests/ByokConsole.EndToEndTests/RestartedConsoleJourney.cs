using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// kill -9 of a console under an open page, and another process on the same data folder behind the same address. Nobody touches the page:
/// it comes back by itself, at the same step with all that was entered, or with the same run.
/// </summary>
public sealed class RestartedConsoleJourney(SandboxFixture sandbox, BrowserFixture browser, ITestOutputHelper output) : IClassFixture<SandboxFixture>
{
    private const int ProvisioningSeconds = 3600;

    [Fact]
    public async Task A_Console_Killed_In_Any_Step_Comes_Back_With_All_That_Was_Entered_In_It() => await browser.InPageAsync(page => browser.InPageAsync(async elsewhere =>
    {
        await using var console = await sandbox.AttachAsync();
        await using var way = new BrowserWay(console.Address);
        var wizard = await NewDraftAsync(page, way);
        foreach (var step in WizardFields.All.SkipLast(1).GroupBy(field => field.Step))
        {
            output.WriteLine(step.Key);
            await wizard.OpenStepAsync(wizard.DraftId, step.Key);
            foreach (var field in step.SkipLast(1))
            {
                await field.BeginAsync(wizard);
                await field.GoOnAsync(wizard);
            }

            await step.Last().BeginAsync(wizard);
            way.Hold();
            await step.Last().GoOnAsync(wizard);
            await RestartAsync(console, way, page);

            Assert.EndsWith($"/drafts/{wizard.DraftId}/{step.Key}", page.Url, StringComparison.Ordinal);
            foreach (var field in step)
                await field.IsShownAsync(wizard);
            await wizard.IsSavedAsync();
            var stored = new CreateClusterPage(elsewhere, console.Address);
            await stored.OpenStepAsync(wizard.DraftId, step.Key);
            foreach (var field in step.Where(field => field.IsOfTheDraft))
                await field.IsShownAsync(stored);
        }
    }));

    [Fact]
    public async Task A_Run_Is_Shown_On_By_The_Console_That_Takes_Over() => await browser.InPageAsync(async page =>
    {
        await sandbox.Control.DoAsync(HttpMethod.Patch, "settings", new JsonObject { ["provisioningSeconds"] = ProvisioningSeconds });
        await using var console = await sandbox.AttachAsync();
        await using var way = new BrowserWay(console.Address);
        var wizard = await NewDraftAsync(page, way);
        await wizard.ChooseDedicatedAsync();
        await wizard.ChooseRegionAsync("eastus");
        await wizard.ChooseInternetAsync();
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-prod");
        await wizard.IsSavedAsync("orders-prod");
        var run = await wizard.LaunchAsync();
        var id = run.RunId;
        await Expect(run.Waiting).ToBeVisibleAsync();

        await RestartAsync(console, way, page);

        await Expect(run.Waiting).ToBeVisibleAsync();
        Assert.Equal(id, run.RunId);
        await sandbox.Control.AdvanceAsync(TimeSpan.FromSeconds(ProvisioningSeconds));
        await Expect(run.SecurityLink).ToBeVisibleAsync();
        Assert.Single(await sandbox.Control.ClustersAsync(ClustersPage.DefaultEnvironment));
    });

    private static async Task<CreateClusterPage> NewDraftAsync(IPage page, BrowserWay way)
    {
        var clusters = new ClustersPage(page, way.Address);
        await clusters.OpenAsync();
        return await clusters.CreateClusterAsync();
    }

    private static async Task RestartAsync(ConsoleFixture console, BrowserWay way, IPage page)
    {
        var dialog = new ReconnectDialog(page);
        way.Cut();
        await console.Process.KillAsync();
        await dialog.IsShownAsync();
        await console.Process.StartAsync();
        way.Restore(console.Address);
        await dialog.HasGoneAsync();
        await Expect(page.Locator("[data-interactive=true]").First).ToBeAttachedAsync();
    }
}
