using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/environments/{env}/clusters/{lkc}/revoke</c></summary>
public sealed class RevokeKeyPage(IPage page, Uri console) : AppPage(page, console)
{
    /// <summary>A run looks every ten seconds at what stands for days.</summary>
    private const float Patience = 60_000;

    public Task OpenClusterAsync(string environment, string cluster, string? part = null)
        => OpenAsync($"environments/{environment}/clusters/{cluster}/revoke{(part is null ? "" : $"/{part}")}");

    /// <summary>Comes from the cluster's security settings, as a person does.</summary>
    public async Task ComeFromSecurityAsync(string environment, string cluster)
    {
        await OpenAsync($"environments/{environment}/clusters/{cluster}/settings/security");
        // The answers of the checks come one by one, and move what stands below them: a click would miss.
        await Button("Check now").WaitForAsync();
        await Link("Revoke access").Or(Button("Revoke access")).ClickAsync();
        await AtAsync("/revoke");
    }

    public async Task StartAsync()
    {
        await PressStartAsync();
        await PlanAsync();
    }

    public Task PressStartAsync() => Button("Start with the plan").ClickAsync();

    /// <summary>Waits for the plan, and for the question whether it is meant.</summary>
    public Task PlanAsync() => Button("Go on to the clients").WaitForAsync(new() { Timeout = Patience });

    public async Task AgreeToPlanAsync()
    {
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Nobody else uses this vault key" }).CheckAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Delete registration" }).CheckAsync();
        await Button("Go on to the clients").ClickAsync();
        await PartAsync("Clients stopped");
    }

    public async Task StateStoppedAsync(string statement)
    {
        await Button("The metrics are wrong: record a statement").ClickAsync();
        await Page.GetByLabel("How you know that every client is stopped").FillAsync(statement);
        await Button("Record the statement").ClickAsync();
    }

    public async Task DeleteClusterAsync(string name)
    {
        await Page.GetByLabel("Name of the cluster").FillAsync(name);
        await Button($"Delete cluster {name}").ClickAsync();
    }

    /// <summary>The same of a protected cluster, which asks for more.</summary>
    public async Task DeleteProtectedClusterAsync(string name)
    {
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Turn its deletion protection off first" }).CheckAsync();
        await DeleteClusterAsync(name);
    }

    public async Task DeleteKeyAsync(string name)
    {
        await Page.GetByLabel("Name of the key").FillAsync(name);
        await Button("Delete the key").ClickAsync();
    }

    public Task LeaveKeyAsync() => Button("Leave the vault key as it is").ClickAsync();

    public Task RemoveGrantsAsync() => Button("Remove them").ClickAsync();

    /// <summary>Waits until the part under way, or the one that was opened, is this.</summary>
    public Task PartAsync(string title)
        => Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 2 }).WaitForAsync(new() { Timeout = Patience });

    public ILocator Said(string text) => Page.GetByText(text);

    /// <summary>The buttons that would change the vault key.</summary>
    public ILocator KeyTouches => Button("Delete the key").Or(Button("Disable every version"));

    public ILocator Chart => Page.GetByRole(AriaRole.Img, new() { Name = "Active connections over the last 60 minutes" });

    public async Task<string> DownloadAsync(string name)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Link(name).Or(Button(name)).First.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return $"{download.SuggestedFilename}\n{await reader.ReadToEndAsync(TestContext.Current.CancellationToken)}";
    }
}
