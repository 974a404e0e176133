using ByokConsole.Web.Hosting;
using ByokConsole.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Web.Tests.Layout;

public sealed class MainLayoutTests() : PageTestContext(isLive: false)
{
    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void The_page_says_whether_it_can_be_used_yet(bool isInteractive, string said)
        => Assert.Equal(said, RenderLayout(ConsoleMode.Sandbox, isInteractive).Find("[data-interactive]").GetAttribute("data-interactive"));

    [Theory]
    [InlineData(ConsoleMode.Sandbox, true)]
    [InlineData(ConsoleMode.Live, false)]
    public void A_sandbox_is_marked_as_one(ConsoleMode mode, bool isMarked)
        => Assert.Equal(isMarked, RenderLayout(mode).Find("header").TextContent.Contains("Sandbox", StringComparison.Ordinal));

    [Theory]
    [InlineData(null, "Sandbox 24 Nov, 12:00")]
    [InlineData("/data/sandbox/sandbox.env", "Sandbox attached 24 Nov, 12:00")]
    public void The_mark_tells_the_sandboxs_time_and_whether_it_runs_elsewhere(string? envFile, string said)
    {
        Services.AddSingleton(new SandboxTime(() => Clock.GetUtcNow()));
        Services.AddSingleton(Options(ConsoleMode.Sandbox) with { SandboxEnvFile = envFile });

        var sign = Render<SandboxSign>().Find("button.sign");

        Assert.Equal(said, Text(sign));
        Assert.Contains(envFile ?? "Nothing leaves it", sign.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_sandbox_that_has_not_answered_yet_has_no_time()
    {
        Services.AddSingleton(new SandboxTime(() => null));
        Services.AddSingleton(Options(ConsoleMode.Sandbox));

        Assert.Equal("Sandbox", Text(Render<SandboxSign>().Find("button.sign")));
    }

    [Fact]
    public async Task The_menu_of_a_phone_opens_and_closes()
    {
        var layout = RenderLayout(ConsoleMode.Sandbox);
        Assert.DoesNotContain("open", layout.Find("#menu").ClassList);

        await layout.Find("[aria-controls=menu]").ClickAsync();
        Assert.Contains("open", layout.Find("#menu").ClassList);
        Assert.Equal("true", layout.Find("[aria-controls=menu]").GetAttribute("aria-expanded"));

        await layout.Find(".veil").ClickAsync();
        Assert.DoesNotContain("open", layout.Find("#menu").ClassList);
    }

    [Fact]
    public async Task Going_to_another_page_closes_the_menu()
    {
        var layout = RenderLayout(ConsoleMode.Sandbox);
        await layout.Find("[aria-controls=menu]").ClickAsync();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/elsewhere");

        layout.WaitForAssertion(() => Assert.DoesNotContain("open", layout.Find("#menu").ClassList));
    }

    [Fact]
    public void The_first_link_skips_to_the_content_of_this_very_page()
    {
        Services.AddSingleton(Options(ConsoleMode.Sandbox));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/runs?state=failed");

        var layout = Render<MainLayout>(p => p.Add(x => x.Body, "<h1>Runs</h1>"));

        var link = layout.Find("a");
        Assert.EndsWith("/runs?state=failed#main", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("-1", layout.Find("main#main").GetAttribute("tabindex"));
    }

    private static ConsoleOptions Options(ConsoleMode mode) => new() { Mode = mode, DataFolder = "unused" };

    private IRenderedComponent<MainLayout> RenderLayout(ConsoleMode mode, bool isInteractive = true)
    {
        Services.AddSingleton(Options(mode));
        SetRendererInfo(new RendererInfo("Server", isInteractive));
        return Render<MainLayout>(p => p.Add(x => x.Body, "<h1>Page</h1>"));
    }
}
