using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RunProgress;

namespace ByokConsole.Web.Tests.RunProgress;

public sealed class TimeScaleTests : ConsoleTestContext
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(12.5, 200)]
    [InlineData(25, 400)]
    [InlineData(60 * 24, 1000)]
    [InlineData(60 * 48, 1000)]
    public void It_is_even_up_to_the_average_and_ends_at_the_published_limit(double minutes, int width)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));

        var scale = Render<TimeScale>(p => p.Add(x => x.Since, Samples.Noon));

        Assert.Equal($"{width}", scale.Find(".gone").GetAttribute("width"));
    }

    [Fact]
    public void Beyond_the_average_it_says_that_this_is_within_what_is_published()
    {
        Clock.Advance(TimeSpan.FromHours(3));

        var scale = Render<TimeScale>(p => p.Add(x => x.Since, Samples.Noon));

        Assert.Contains("It takes longer than the average of 25 minutes.", scale.Markup, StringComparison.Ordinal);
        Assert.Empty(scale.FindAll(".late"));
    }

    [Fact]
    public void Beyond_the_limit_it_says_whom_to_ask()
    {
        Clock.Advance(TimeSpan.FromHours(25));

        var scale = Render<TimeScale>(p => p.Add(x => x.Since, Samples.Noon));

        Assert.Contains("Ask Confluent's support", scale.Find(".late").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_grows_while_it_is_watched()
    {
        var scale = Render<TimeScale>(p => p.Add(x => x.Since, Samples.Noon));

        Clock.Advance(TimeSpan.FromMinutes(12.5));

        scale.WaitForAssertion(() => Assert.Equal("200", scale.Find(".gone").GetAttribute("width")));
    }
}
