using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/clusters/{lkc}</c></summary>
public sealed class ClusterOverviewPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenClusterAsync(string environment, string cluster) => OpenAsync($"environments/{environment}/clusters/{cluster}");

    public ILocator KeyStanding(string word) => Page.GetByText(word, new() { Exact = true });
}
