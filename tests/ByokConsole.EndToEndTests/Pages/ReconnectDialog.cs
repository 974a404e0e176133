using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>What covers a page while its connection is lost.</summary>
public sealed class ReconnectDialog(IPage page)
{
    private ILocator Dialog => page.GetByRole(AriaRole.Dialog, new() { Name = "The console does not answer" });

    public Task IsShownAsync() => Expect(Dialog).ToBeVisibleAsync();

    /// <summary>The way out, for a person who does not want to wait.</summary>
    public ILocator LoadAgain => Dialog.GetByRole(AriaRole.Button, new() { Name = "Load the page again", Exact = true });

    public Task HasGoneAsync() => Expect(Dialog).ToHaveCountAsync(0);
}
