using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/clusters/{lkc}/settings/security</c></summary>
public sealed class ClusterSecurityPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenClusterAsync(string environment, string cluster) => OpenAsync($"environments/{environment}/clusters/{cluster}/settings/security");

    public ILocator Value(string value) => Page.GetByText(value, new() { Exact = true });
}
