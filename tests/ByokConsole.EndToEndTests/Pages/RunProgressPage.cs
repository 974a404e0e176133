using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/runs/{id}</c></summary>
public sealed class RunProgressPage(IPage page, Uri console) : AppPage(page, console)
{
    public string RunId => new Uri(Page.Url).Segments[^1];

    public ILocator SecurityLink => Link("Security settings of the cluster");

    public Task OpenRunAsync(string id) => OpenAsync($"runs/{id}");

    public async Task<ClusterSecurityPage> GoToSecurityAsync()
    {
        await SecurityLink.ClickAsync();
        await AtAsync("/settings/security");
        return new ClusterSecurityPage(Page, Console);
    }
}
