using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(-3, "under 0.1 s")]
    [InlineData(0.24, "0.2 s")]
    [InlineData(11.9, "11 s")]
    [InlineData(1111, "18:31")]
    [InlineData(11100, "3 h 05 min")]
    [InlineData(100000, "1 day 3 h")]
    [InlineData(200000, "2 days 7 h")]
    public void A_duration_is_no_more_exact_than_anybody_needs(double seconds, string text)
        => Assert.Equal(text, Durations.Text(TimeSpan.FromSeconds(seconds)));
}
