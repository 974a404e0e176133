using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>What every page of the console has. A page object speaks in what a person wants; selectors stay inside.</summary>
public abstract class AppPage(IPage page, Uri console)
{
    public IPage Page { get; } = page;

    protected Uri Console { get; } = console;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What the page says that it could not read, or do.</summary>
    public ILocator Trouble => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert);

    /// <summary>The mark in the bar that says that the clouds are simulated.</summary>
    public ILocator SandboxSign => Page.GetByRole(AriaRole.Banner).GetByTitle("A simulated cloud");

    /// <summary>Opens the panel behind the mark and moves the clouds' time.</summary>
    public async Task MoveSandboxClockAsync(string by)
    {
        await SandboxSign.ClickAsync();
        await Button($"+{by}: move the sandbox's clock ahead").ClickAsync();
        await Assertions.Expect(Page.GetByText("Moved.")).ToBeVisibleAsync();
    }

    /// <summary>The clouds' time in it.</summary>
    public ILocator SandboxTime => SandboxSign.GetByRole(AriaRole.Time);

    /// <summary>Opens an address of the console and waits until the page answers clicks.</summary>
    protected async Task OpenAsync(string path)
    {
        await Page.GotoAsync(new Uri(Console, path).ToString());
        await InteractiveAsync();
    }

    /// <summary>
    /// A click before the circuit is up is lost: wait for the marker that says that it is. So is one on what moves under the mouse, and a
    /// page moves when its fonts come.
    /// </summary>
    public async Task InteractiveAsync()
    {
        await Page.Locator("[data-interactive=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
    }

    /// <summary>Waits until the address holds this. Pages change without a load, so no load is waited for.</summary>
    protected Task AtAsync(string part) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
