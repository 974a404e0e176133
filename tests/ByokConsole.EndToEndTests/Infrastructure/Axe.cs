using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>axe-core over a page as it stands.</summary>
internal static class Axe
{
    public static async Task FindsNothingAsync(IPage page)
    {
        // The frame follows the address a moment after the page does; the skip link tells when it has.
        await Assertions.Expect(page.GetByText("Skip to the content")).ToHaveAttributeAsync("href", $"{page.Url.Split('#')[0]}#main");
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            string.Join("\n", found.Violations.Select(rule => $"{page.Url} {rule.Id} ({rule.Impact}): {string.Join(" | ", rule.Nodes.Select(node => node.Html).Take(3))}")));
    }
}
