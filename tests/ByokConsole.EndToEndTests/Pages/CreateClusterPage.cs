using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>The wizard, <c>/drafts/{id}/{step}</c>.</summary>
public sealed class CreateClusterPage(IPage page, Uri console) : AppPage(page, console)
{
    public ILocator VaultResourceId => Page.GetByLabel("Azure Key Vault Resource ID");

    public ILocator KeyIdentifier => Page.GetByLabel("Azure Key Vault Key identifier without version");

    public ILocator TenantId => Page.GetByLabel("Azure Key Vault Tenant ID");

    /// <summary>A row of the checks, by its title.</summary>
    public ILocator Check(string title) => Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title });

    /// <summary>A button that mends what a check found.</summary>
    public Task MendAsync(string label) => Button(label).First.ClickAsync();

    /// <summary>The whole way to the security step of a new Dedicated cluster on the internet.</summary>
    public async Task GoToSecurityAsync(string region)
    {
        await ChooseDedicatedAsync();
        await ChooseRegionAsync(region);
        await ChooseInternetAsync();
        await ChooseSelfManagedAsync();
    }

    /// <summary>Registers the key, grants access and waits until Confluent can use it.</summary>
    public async Task PutInForceAsync(KeyEntry key)
    {
        await EnterKeyAsync(key);
        await AttestAsync();
        await RegisterAsync();
        await GrantForMeAsync();
        await InForce.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 90_000 });
    }

    public Task OpenStepAsync(string draft, string step) => OpenAsync($"drafts/{draft}/{step}");

    public string DraftId => new Uri(Page.Url).Segments[2].TrimEnd('/');

    public async Task ChooseDedicatedAsync()
    {
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Dedicated" }).CheckAsync();
        await Button("Begin configuration").ClickAsync();
        await AtAsync("/region");
    }

    public async Task ChooseRegionAsync(string region)
    {
        var field = Page.GetByLabel("Azure region");
        await field.FillAsync(region);
        await Page.GetByText(region, new() { Exact = true }).Last.ClickAsync();
        await ContinueAsync("networking");
    }

    public Task ChooseInternetAsync() => ContinueAsync("security");

    public async Task ChooseSelfManagedAsync()
        => await Page.GetByRole(AriaRole.Radio, new() { Name = "Self-managed" }).CheckAsync();

    public async Task EnterKeyAsync(KeyEntry key)
    {
        await VaultResourceId.FillAsync(key.VaultResourceId);
        await KeyIdentifier.FillAsync(key.KeyIdentifier);
        await TenantId.FillAsync(key.TenantId);
        await TenantId.BlurAsync();
    }

    public async Task AttestAsync()
        => await Page.GetByRole(AriaRole.Checkbox, new() { Name = "generated in Azure Key Vault" }).CheckAsync();

    public async Task RegisterAsync()
    {
        await Page.GetByText("Confluent then names the application").WaitForAsync();
        await Button("Register key").ClickAsync();
        await Page.GetByText("Application ID", new() { Exact = true }).WaitForAsync();
        // The page still grows until the checks have looked at the new registration; a mouse would miss what moves.
        await Page.GetByText("no role", new() { Exact = true }).WaitForAsync();
    }

    public async Task GrantForMeAsync()
    {
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Grant for me" }).ClickAsync();
        await Page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Button, new() { Name = "Grant access" }).ClickAsync();
    }

    /// <summary>The line that a screen reader hears when Confluent has wrapped and unwrapped with the key.</summary>
    public ILocator InForce => Page.GetByText("The grant is in force.");

    public Task ContinueToReviewAsync() => ContinueAsync("review");

    public async Task NameAsync(string name) => await Page.GetByLabel("Cluster name").FillAsync(name);

    public async Task AcknowledgeAsync(string key) => await Page.GetByLabel($"Type {key} to confirm").FillAsync(key);

    public async Task<RunProgressPage> LaunchAsync()
    {
        await Button("Launch cluster").ClickAsync();
        await AtAsync("/runs/");
        return new RunProgressPage(Page, Console);
    }

    private async Task ContinueAsync(string step)
    {
        await Button("Continue").ClickAsync();
        await AtAsync($"/{step}");
    }
}
