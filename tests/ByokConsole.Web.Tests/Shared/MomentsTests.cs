using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class MomentsTests : ConsoleTestContext
{
    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-4, "just now")]
    [InlineData(-40, "40 s ago")]
    [InlineData(-60, "1 min ago")]
    [InlineData(-3599, "59 min ago")]
    [InlineData(-3600, "1 h ago")]
    [InlineData(-47 * 3600, "47 h ago")]
    [InlineData(-48 * 3600, "2 days ago")]
    [InlineData(19 * 86400, "in 19 days")]
    [InlineData(90, "in 1 min")]
    public void A_moment_is_told_no_more_exactly_than_anybody_needs(int seconds, string expected)
    {
        var now = Clock.GetUtcNow();

        Assert.Equal(expected, Moments.Relative(now.AddSeconds(seconds), now));
    }

    [Fact]
    public void The_moment_itself_is_told_with_its_zone()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(5.5), "test", "test");

        Assert.Equal("24 Nov 2026, 17:30:00 UTC+05:30", Moments.Absolute(Clock.GetUtcNow(), zone));
        Assert.Equal("24 Nov 2026, 12:00:00 UTC", Moments.Absolute(Clock.GetUtcNow(), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_page_that_stays_open_tells_the_time_as_it_goes_by()
    {
        var time = Render<RelativeTime>(p => p.Add(x => x.Moment, Clock.GetUtcNow()));
        Assert.Equal("just now", time.Find("time").TextContent);

        Clock.Advance(TimeSpan.FromSeconds(40));

        time.WaitForAssertion(() => Assert.Equal("40 s ago", time.Find("time").TextContent));
        Assert.Equal("2026-11-24T12:00:00Z", time.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void A_clouds_moment_is_measured_by_the_clouds_clock()
    {
        var time = Render<RelativeTime>(p => p.Add(x => x.Moment, Clock.GetUtcNow()).Add(x => x.CloudAhead, TimeSpan.FromDays(5)));

        Assert.Equal("5 days ago", time.Find("time").TextContent);
    }

    [Fact]
    public void Who_has_left_the_page_hears_no_beat()
    {
        using var heartbeat = new Heartbeat(Clock);
        var beats = 0;
        var listening = heartbeat.Listen(() => { beats++; return Task.CompletedTask; });

        Clock.Advance(TimeSpan.FromSeconds(5));
        listening.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(1, beats);
    }
}
