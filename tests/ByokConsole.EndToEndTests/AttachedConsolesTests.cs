using System.Globalization;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>Consoles that attach to a sandbox which runs by itself: the clouds are everybody's, drafts and runs stay with the data folder.</summary>
public sealed class AttachedConsolesTests(SandboxFixture sandbox, BrowserFixture browser) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Two_Consoles_On_One_Sandbox_Share_Its_Clusters_And_Its_Time_And_Each_Has_Its_Own_Drafts() => await browser.InPageAsync(async page =>
    {
        await sandbox.Control.CreateClusterElsewhereAsync(ClustersPage.DefaultEnvironment, "shared", "eastus");
        await sandbox.Control.AdvanceAsync(TimeSpan.FromDays(5));
        await using var one = await sandbox.AttachAsync();
        await using var other = await sandbox.AttachAsync();
        foreach (var console in (ConsoleFixture[])[one, other])
        {
            var clusters = new ClustersPage(page, console.Address);
            await clusters.OpenAsync();
            await Expect(clusters.Row("shared")).ToBeVisibleAsync();
            await Expect(clusters.SandboxSign).ToContainTextAsync("attached");
            var shown = DateTime.Parse((await clusters.SandboxTime.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
            Assert.InRange((shown - DateTime.Now).TotalDays, 4.99, 5.01);
        }

        var wizard = await new ClustersPage(page, other.Address).CreateClusterAsync();
        await wizard.ChooseDedicatedAsync();
        var draft = wizard.DraftId;
        var drafts = new DraftsPage(page, one.Address);
        await drafts.OpenAsync();
        await Expect(drafts.Empty).ToBeVisibleAsync();

        await other.Process.KillAndRestartAsync();
        drafts = new DraftsPage(page, other.Address);
        await drafts.OpenAsync();
        await Expect(drafts.Row(draft)).ToBeVisibleAsync();
    });
}
