using ByokConsole.Web.Features.SandboxPortal;
using ByokConsole.Web.Hosting;
using ByokConsole.Web.Layout;

namespace ByokConsole.Web.Tests.Layout;

/// <summary>The frame of the sandbox's portal, which is there over the sandbox alone.</summary>
public sealed class SandboxLayoutTests : PageTestContext
{
    [Theory]
    [InlineData("/sandbox", "Overview")]
    [InlineData("/sandbox/vaults", "Vaults")]
    [InlineData("/sandbox/vaults/kv-orders-eus", "Vaults")]
    [InlineData("/sandbox/log?vault=kv-orders-eus", "Log")]
    public void The_section_that_is_open_is_marked(string address, string word)
    {
        Navigation.NavigateTo(address);

        var layout = Open(ConsoleMode.Sandbox);

        Assert.Equal(word, Text(Assert.Single(layout.FindAll("[aria-current=page]"))));
        Assert.Equal(SandboxLinks.Sections.Select(section => section.Address), layout.FindAll("nav.sections a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("<h1>Page</h1>", layout.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Live_mode_nothing_is_at_these_addresses()
    {
        var isMissing = false;
        Navigation.OnNotFound += (_, _) => isMissing = true;

        var layout = Open(ConsoleMode.Live);

        Assert.True(isMissing);
        Assert.Equal("", layout.Markup.Trim());
    }

    [Theory]
    [InlineData(ConsoleMode.Sandbox, true)]
    [InlineData(ConsoleMode.Live, false)]
    public void The_menu_leads_there_over_the_sandbox_alone(ConsoleMode mode, bool isThere)
    {
        Started = new ConsoleOptions { Mode = mode, DataFolder = "/data" };

        var links = Render<NavMenu>().FindAll("a").Select(link => link.GetAttribute("href"));

        Assert.Equal(isThere, links.Contains("/sandbox"));
    }

    private IRenderedComponent<SandboxLayout> Open(ConsoleMode mode)
    {
        Started = new ConsoleOptions { Mode = mode, DataFolder = "/data" };
        return Render<SandboxLayout>(p => p.Add(x => x.Body, "<h1>Page</h1>"));
    }
}
