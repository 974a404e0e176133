using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/runs/{id}</c></summary>
public sealed class RunProgressPage(IPage page, Uri console) : AppPage(page, console)
{
    public string RunId => new Uri(Page.Url).Segments[^1];

    public ILocator SecurityLink => Link("Security settings of the cluster");

    /// <summary>There once a run that serves a draft has succeeded.</summary>
    public ILocator DraftLink => Link("Go on with the draft");

    /// <summary>There in a run that put grants back.</summary>
    public ILocator KeyLink => Link("Open the key");

    /// <summary>The line that says how long Confluent takes for a cluster.</summary>
    public ILocator Waiting => Page.GetByText("seldom up to").First;

    /// <summary>The way out of a rejection's dialog.</summary>
    public ILocator FixButton => Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Fix in" });

    public Task OpenRunAsync(string id) => OpenAsync($"runs/{id}");

    public async Task<ClusterSecurityPage> GoToSecurityAsync()
    {
        await SecurityLink.ClickAsync();
        await AtAsync("/settings/security");
        return new ClusterSecurityPage(Page, Console);
    }
}
