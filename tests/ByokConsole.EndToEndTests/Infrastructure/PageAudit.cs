using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>What every state of every page has to stand: axe-core finds nothing in either theme, and nothing scrolls sideways at 320 px.</summary>
internal static partial class PageAudit
{
    private const string Wider = """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 160)).slice(0, 5).join(' | ')
        """;

    private const string ColoursHaveSettled = "() => document.getAnimations().every(animation => !(animation instanceof CSSTransition))";

    public static async Task NothingIsFoundAsync(IPage page, string state)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(state);
        // The frame follows the address a moment after the page does; the skip link tells when it has.
        var skip = page.GetByText("Skip to the content");
        if (await skip.CountAsync() > 0)
            await Assertions.Expect(skip).ToHaveAttributeAsync("href", $"{page.Url.Split('#')[0]}#main");
        List<string> found = [.. await ViolationsAsync(page, ColorScheme.Light), .. await ViolationsAsync(page, ColorScheme.Dark, "color-contrast")];
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (await ScrollsSidewaysAsync(page) is { } wider)
            found.Add($"scrolls sideways at 320 px: {wider}");
        Assert.True(found.Count == 0, $"{state} at {Host().Replace(page.Url, "/")}\n{string.Join("\n", found)}");
    }

    /// <summary>The open dialog, which is closed by this button afterwards.</summary>
    public static async Task NothingIsFoundOnDialogAsync(IPage page, string close)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.WaitForAsync();
        await NothingIsFoundAsync(page, $"the dialog with {close}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = close, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>A theme changes colours and nothing else: for the second one, their rule is enough.</summary>
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, ColorScheme theme, params string[] rules)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await page.WaitForFunctionAsync(ColoursHaveSettled);
        var result = await page.RunAxe(rules is [] ? null : new AxeRunOptions { RunOnly = RunOnlyOptions.Rules(rules) });
        return result.Violations.Select(
            rule => $"{theme} {rule.Id} ({rule.Impact}): {string.Join(" | ", rule.Nodes.Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}").Take(3))}");
    }

    /// <summary>What stands out at 320 px, or null. A page takes a moment to fold.</summary>
    private static async Task<string?> ScrollsSidewaysAsync(IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, before.Height);
        try
        {
            await page.WaitForFunctionAsync(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            return null;
        }
        catch (TimeoutException)
        {
            return await page.EvaluateAsync<string>(Wider);
        }
        finally
        {
            await page.SetViewportSizeAsync(before.Width, before.Height);
        }
    }

    [GeneratedRegex(@"^https?://[^/]+/")]
    private static partial Regex Host();
}
