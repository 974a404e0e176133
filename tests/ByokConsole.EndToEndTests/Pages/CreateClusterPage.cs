using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>The wizard, <c>/drafts/{id}/{step}</c>.</summary>
public sealed partial class CreateClusterPage(IPage page, Uri console) : AppPage(page, console)
{
    public ILocator Size => Page.GetByLabel("Confluent units (CKU)");
    public ILocator Region => Page.GetByLabel("Azure region");

    public ILocator VaultResourceId => Page.GetByLabel("Azure Key Vault Resource ID");

    public ILocator KeyIdentifier => Page.GetByLabel("Azure Key Vault Key identifier without version");

    public ILocator TenantId => Page.GetByLabel("Azure Key Vault Tenant ID");

    /// <summary>A row of the checks, by its title.</summary>
    public ILocator Check(string title) => Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title });

    /// <summary>A button that mends what a check found.</summary>
    public Task MendAsync(string label) => Button(label).First.ClickAsync();

    /// <summary>A button by its words.</summary>
    public Task PressAsync(string label) => Button(label).ClickAsync();

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
        await InForce.WaitForAsync(new() { State = WaitForSelectorState.Attached });
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
        await Region.FillAsync(region);
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

    /// <summary>Waits until the draft, with this name if one is given, is in the console's database.</summary>
    public async Task IsSavedAsync(string? name = null)
    {
        if (name is not null)
            await Page.GetByText($"{name}, draft").WaitForAsync();
        await Assertions.Expect(Page.GetByText("saving…")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the checks of what was entered have nothing against it.</summary>
    public Task IsReadyToRegisterAsync() => Page.GetByText("Confluent then names the application").WaitForAsync();

    public async Task StartToRegisterAsync()
    {
        await IsReadyToRegisterAsync();
        await Button("Register key").ClickAsync();
    }

    public async Task RegisterAsync()
    {
        await StartToRegisterAsync();
        await IsRegisteredAsync();
    }

    public async Task IsRegisteredAsync()
    {
        await Page.GetByText("Application ID", new() { Exact = true }).WaitForAsync();
        // The page still grows until the checks have looked at the new registration; a mouse would miss what moves.
        await Page.GetByText("no role", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>One of the three ways to grant access.</summary>
    public Task ShowWayAsync(string tab) => Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();

    public async Task GrantForMeAsync()
    {
        await ShowWayAsync("Grant for me");
        // Exact: as long as the other way is still shown, its "Copy the commands that grant access" has these words too.
        await Page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Button, new() { Name = "Grant access", Exact = true }).ClickAsync();
    }

    /// <summary>The run that registers or grants, while it goes on.</summary>
    public async Task<string> RunIdAsync() => await Page.GetByRole(AriaRole.Link, new() { NameRegex = RunId() }).TextContentAsync() ?? "";

    /// <summary>The line that a screen reader hears when Confluent has wrapped and unwrapped with the key.</summary>
    public ILocator InForce => Page.GetByText("The grant is in force.");

    public Task ContinueToReviewAsync() => ContinueAsync("review");

    public ILocator Name => Page.GetByLabel("Cluster name");

    public Task NameAsync(string name) => Name.FillAsync(name);

    public ILocator Acknowledgement(string key) => Page.GetByLabel($"Type {key} to confirm");
    public Task AcknowledgeAsync(string key) => Acknowledgement(key).FillAsync(key);

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

    [GeneratedRegex("^run-")]
    private static partial Regex RunId();
}
