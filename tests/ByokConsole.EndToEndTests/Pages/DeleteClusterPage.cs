using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/clusters/{lkc}/delete</c></summary>
public sealed class DeleteClusterPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenClusterAsync(string environment, string cluster) => OpenAsync($"environments/{environment}/clusters/{cluster}/delete");

    /// <summary>Types the name, presses the red button, and comes to the run.</summary>
    public async Task DeleteAsync(string name)
    {
        await Page.GetByLabel("Name of the cluster").FillAsync(name);
        await Button($"Delete cluster {name}").ClickAsync();
        await AtAsync("/runs/");
    }
}
