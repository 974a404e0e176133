using System.Net;
using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The clouds' time, and moving it, which cannot be undone.</summary>
public sealed class ClockPageTests : PortalTestContext
{
    [Fact]
    public void It_tells_the_time_and_how_far_that_is_ahead()
    {
        var page = Render<ClockPage>();

        Assert.Equal("29 Nov 2026, 12:00", Text(page.Find(".now")));
        Assert.Contains("5 days 0 h ahead of this machine.", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 hour", 3600)]
    [InlineData("1 day", 86_400)]
    public async Task A_small_step_is_made_at_once(string word, int seconds)
    {
        var page = Render<ClockPage>();

        await ClickLabelledAsync(page, $"+{word}: move the clock ahead");

        Assert.Equal($$"""POST clock {"advanceSeconds":{{seconds}}}""", Assert.Single(Host.Acts));
        Assert.Equal($"The clock is {word} further.", Text(page.Find(".done")));
    }

    [Theory]
    [InlineData("5 days", 432_000)]
    [InlineData("90 days", 7_776_000)]
    public async Task A_step_that_releases_and_purges_is_made_only_after_a_second_word(string word, int seconds)
    {
        var page = Render<ClockPage>();

        await ClickLabelledAsync(page, $"+{word}: move the clock ahead");
        Assert.Empty(Host.Acts);
        Assert.Contains("It never goes back.", Dialogs.Markup, StringComparison.Ordinal);
        await ClickAsync(Dialogs, "Move it");

        Assert.Equal($$"""POST clock {"advanceSeconds":{{seconds}}}""", Assert.Single(Host.Acts));
        Assert.Equal($"The clock is {word} further.", Text(page.Find(".done")));
    }

    [Fact]
    public async Task Past_its_limit_it_says_why_it_stays()
    {
        Host.Refusal = (HttpStatusCode.BadRequest, """{"error":"The clock can run ten years ahead at most."}""");
        var page = Render<ClockPage>();

        await ClickLabelledAsync(page, "+90 days: move the clock ahead");
        await ClickAsync(Dialogs, "Move it");

        Assert.Equal("The clock was not moved. The clock can run ten years ahead at most.", Alarm(page));
    }
}
