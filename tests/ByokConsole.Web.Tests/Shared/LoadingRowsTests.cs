using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class LoadingRowsTests : PageTestContext
{
    [Fact]
    public void Whoever_waits_for_three_seconds_is_told_for_what()
    {
        var rows = Render<LoadingRows>(p => p.Add(x => x.Who, "Azure").Add(x => x.Label, "Loading vaults"));
        Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal("Loading vaults", rows.Find("[role=status]").TextContent.Trim());

        Clock.Advance(TimeSpan.FromSeconds(0.2));

        rows.WaitForAssertion(() => Assert.Contains("Azure has not answered yet.", rows.Find("[role=status] .late").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_came_in_time_left_no_timer_behind()
    {
        var rows = Render<LoadingRows>(p => p.Add(x => x.Who, "Azure"));

        rows.Instance.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(rows.FindAll(".late"));
    }
}
