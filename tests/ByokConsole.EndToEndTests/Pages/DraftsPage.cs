using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/drafts</c></summary>
public sealed class DraftsPage(IPage page, Uri console) : AppPage(page, console)
{
    public ILocator Empty => Page.GetByText("No drafts.");

    /// <summary>The row of a draft, by its id or its cluster's name.</summary>
    public ILocator Row(string draft) => Page.GetByRole(AriaRole.List, new() { Name = "Drafts" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = draft });

    public Task OpenAsync() => OpenAsync($"environments/{ClustersPage.DefaultEnvironment}/drafts");
}
