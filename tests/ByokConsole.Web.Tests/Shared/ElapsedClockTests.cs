using ByokConsole.Web.Shared.Checks;

namespace ByokConsole.Web.Tests.Shared;

/// <summary>How long something waits already.</summary>
public sealed class ElapsedClockTests : ConsoleTestContext
{
    [Theory]
    [InlineData("00:07:26", "7:26")]
    [InlineData("01:07:26", "1:07:26")]
    [InlineData("5.00:07:26", "5d 0:07:26")]
    [InlineData("-00:00:05", "0:00")]
    public void It_counts_from_seconds_to_days(string elapsed, string shown)
    {
        var clock = Render<ElapsedClock>(p => p.Add(x => x.Since, Clock.GetUtcNow() - TimeSpan.Parse(elapsed, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(shown, clock.Find(".num").TextContent);
    }
}
