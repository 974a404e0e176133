using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/sandbox</c> and its sections.</summary>
public sealed class SandboxPortalPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenAsync() => OpenAsync("sandbox");

    /// <summary>The requests of the log, newest first.</summary>
    public ILocator Requests => Page.GetByRole(AriaRole.Table, new() { Name = "Requests", Exact = true }).GetByRole(AriaRole.Row);

    /// <summary>What the page says it has done.</summary>
    public ILocator Done(string sentence) => Page.GetByRole(AriaRole.Status).GetByText(sentence, new() { Exact = true });

    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>Goes to a section from wherever in the portal this is.</summary>
    public async Task GoToAsync(string section)
    {
        var sections = Page.GetByRole(AriaRole.Navigation, new() { Name = "Sandbox", Exact = true });
        await sections.GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync();
        await AtAsync($"/sandbox/{section.ToLowerInvariant()}");
    }

    /// <summary>Presses a button of a key's row: "Disable kv-orders-weu/staging-cmk".</summary>
    public Task PressAsync(string name) => Button(name).ClickAsync();

    /// <summary>Orders a fault, once, for paths that hold this.</summary>
    public async Task OrderAsync(string fault, string path)
    {
        var kinds = Page.GetByRole(AriaRole.Group, new() { Name = "What happens", Exact = true });
        await kinds.GetByText(fault, new() { Exact = true }).ClickAsync();
        await Page.GetByLabel("Path holds", new() { Exact = true }).FillAsync(path);
        await Button("Order").ClickAsync();
    }

    /// <summary>Shows only the requests that suffered a fault.</summary>
    public async Task ShowFaultsAsync()
    {
        await Page.GetByLabel("Answer", new() { Exact = true }).SelectOptionAsync("fault");
        await AtAsync("answer=fault");
    }

    /// <summary>The button that opens the form for a new vault.</summary>
    public ILocator CreateVault => Button("Create vault");

    /// <summary>Opens the form, names the vault and sends it, by keys alone.</summary>
    public async Task CreateVaultByKeyboardAsync(string name)
    {
        await CreateVault.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        var field = Page.GetByLabel("Name", new() { Exact = true });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(name);
        await Assertions.Expect(Button("Create")).ToBeEnabledAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens a vault's page by its address, and waits until it is live.</summary>
    public async Task<IResponse> OpenVaultAsync(string name)
    {
        var answer = await Page.GotoAsync(new Uri(Console, $"sandbox/vaults/{name}").ToString());
        await InteractiveAsync();
        return answer!;
    }

    public async Task MoveClockAsync(string by)
    {
        await Button($"+{by}: move the clock ahead").ClickAsync();
        await ConfirmAsync("Move it");
    }

    public async Task StartOverAsync()
    {
        await Button("Start over").ClickAsync();
        await ConfirmAsync("Start over");
    }

    private async Task ConfirmAsync(string word)
    {
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
