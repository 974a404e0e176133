using System.Globalization;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The simulated clouds' time is moved from the bar: by a console with its own sandbox, and by one that is attached.</summary>
public sealed class SandboxClockJourney(SandboxFixture sandbox, BrowserFixture browser) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Day_Goes_By_At_A_Click(bool isAttached) => await browser.InPageAsync(async page =>
    {
        await using var console = isAttached ? await sandbox.AttachAsync() : await ConsoleFixture.StartAsync();
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        await Expect(clusters.SandboxTime).ToBeVisibleAsync();
        var before = await ShownAsync(clusters);

        await clusters.MoveSandboxClockAsync("1 day");

        await PageAudit.NothingIsFoundAsync(page, "the sandbox's clock");
        await Poll.UntilAsync(async () => await ShownAsync(clusters) - before is { TotalHours: > 23.9 and < 24.2 });
    });

    private static async Task<DateTime> ShownAsync(ClustersPage page)
        => DateTime.Parse((await page.SandboxTime.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
}
