using ByokConsole.Web.Layout;

namespace ByokConsole.Web.Tests.Layout;

/// <summary>The panel that moves the simulated clouds' time.</summary>
public sealed class SandboxClockTests : ConsoleTestContext
{
    [Fact]
    public void It_tells_the_time_and_how_far_that_is_ahead()
    {
        var panel = Render<SandboxClock>(p => p.Add(x => x.Now, Clock.GetUtcNow().AddDays(5)).Add(x => x.Ahead, TimeSpan.FromDays(5)));

        Assert.Contains("In the sandbox it is 29 Nov 2026, 12:00, 5 days 0 h ahead of this machine.", Text(panel), StringComparison.Ordinal);
        Assert.Equal(["+1 hour", "+1 day", "+5 days", "+90 days", "Stop every client"], panel.FindAll("button").Select(button => button.TextContent.Trim()));
    }

    [Fact]
    public void Before_the_first_answer_it_says_so()
        => Assert.Contains("has not told its time yet", Text(Render<SandboxClock>()), StringComparison.Ordinal);

    private static string Text(IRenderedComponent<SandboxClock> panel)
        => string.Join(' ', panel.Find("p").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
