using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/keys</c></summary>
public sealed class KeysPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenAsync() => OpenAsync("keys");

    public ILocator Row(string key) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = key });
}
