using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/clusters</c></summary>
public sealed class ClustersPage(IPage page, Uri console) : AppPage(page, console)
{
    public const string DefaultEnvironment = "env-9kx2v";

    public Task OpenAsync() => OpenEnvironmentAsync(DefaultEnvironment);

    public Task OpenEnvironmentAsync(string environment) => OpenAsync($"environments/{environment}/clusters");

    /// <summary>*Create cluster* in an empty environment, *Add cluster* otherwise.</summary>
    public async Task<CreateClusterPage> CreateClusterAsync()
    {
        await Link("Create cluster").Or(Link("Add cluster")).First.ClickAsync();
        await AtAsync("/drafts/");
        var wizard = new CreateClusterPage(Page, Console);
        await wizard.InteractiveAsync();
        return wizard;
    }

    public ILocator Row(string cluster) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = cluster });
}
