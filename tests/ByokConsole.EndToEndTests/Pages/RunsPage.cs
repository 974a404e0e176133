using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/runs</c></summary>
public sealed class RunsPage(IPage page, Uri console) : AppPage(page, console)
{
    /// <summary>One link for each run.</summary>
    public ILocator Runs => Page.GetByRole(AriaRole.Main).Locator("a[href^='/runs/run-']");

    public Task OpenAsync() => OpenAsync("runs");
}
