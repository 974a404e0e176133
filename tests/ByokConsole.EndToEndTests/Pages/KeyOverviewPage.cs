using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary><c>/keys/{cck}</c></summary>
public sealed class KeyOverviewPage(IPage page, Uri console) : AppPage(page, console)
{
    public Task OpenKeyAsync(string registration) => OpenAsync($"keys/{registration}");

    /// <summary>What was found, newest first.</summary>
    public ILocator Findings => Page.GetByRole(AriaRole.List, new() { Name = "Findings, newest first" }).GetByRole(AriaRole.Listitem);

    public ILocator Versions => Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }) });

    public ILocator Standing(string word) => Page.GetByText(word, new() { Exact = true }).First;

    public Task CheckNowAsync() => Button("Check now").ClickAsync();

    public ILocator RestoreButton => Button("Restore grants");

    /// <summary>Opens the dialog that tells who took the roles away.</summary>
    public async Task<ILocator> AskToRestoreAsync()
    {
        await RestoreButton.ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("Removed by").First.WaitForAsync();
        return dialog;
    }

    public async Task<RunProgressPage> PutBackAsync()
    {
        await Button("Put them back").ClickAsync();
        await AtAsync("/runs/");
        return new RunProgressPage(Page, Console);
    }

    public async Task RenameAsync(string name)
    {
        await Button("Rename").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    public async Task<ILocator> AskToDeleteAsync()
    {
        await Button("Delete registration").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.WaitForAsync();
        return dialog;
    }

    /// <summary>Deletes a free registration: its id has to be typed.</summary>
    public async Task DeleteAsync(string registration)
    {
        var dialog = await AskToDeleteAsync();
        var delete = dialog.GetByRole(AriaRole.Button, new() { Name = "Delete registration", Exact = true });
        await Assertions.Expect(delete).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(registration);
        await delete.ClickAsync();
    }
}
