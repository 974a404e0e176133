using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

public sealed class DateRailTests : ConsoleTestContext
{
    [Fact]
    public void Until_a_time_is_fixed_it_says_today_and_what_would_follow()
        => Assert.Equal(
            ["Cluster gone: Today", "Vault key deleted: Today", "Key released: 29 Nov 2026", "Key unrecoverable: 22 Feb 2027"],
            Stops(RevocationSamples.Facts));

    [Fact]
    public void What_happened_is_filled_and_what_hangs_on_it_is_told_to_the_minute()
    {
        var rail = Rail(RevocationSamples.Facts with { GoneAt = Samples.Noon.AddHours(-1) });

        Assert.Equal("Cluster gone", Assert.Single(rail.FindAll("li.past .name")).TextContent);
        Assert.Equal("24 Nov 2026, 11:00", rail.FindAll(".when")[0].TextContent);
        Assert.Equal("29 Nov 2026, 11:00", rail.FindAll(".when")[2].TextContent);
    }

    [Fact]
    public void Today_is_the_clouds_today()
        => Assert.Equal("Key released: 2 Dec 2026", Stops(RevocationSamples.Facts with { CloudAhead = TimeSpan.FromDays(3) })[2]);

    [Fact]
    public void A_key_that_is_kept_has_no_date_and_is_never_lost()
        => Assert.Equal(
            ["Vault key deleted: Not planned", "Key unrecoverable: Not planned"],
            Stops(RevocationSamples.Facts with { GoneAt = Samples.Noon, KeyChoice = KeyChoice.Keep }).Where((_, at) => at is 1 or 3));

    [Fact]
    public void A_key_that_is_disabled_says_so()
        => Assert.Equal(
            "Vault key disabled: 24 Nov 2026, 12:00",
            Stops(RevocationSamples.Facts with { GoneAt = Samples.Noon, KeyChoice = KeyChoice.Disable, KeyDisabledAt = Samples.Noon })[1]);

    [Fact]
    public void Only_the_last_date_is_red()
        => Assert.Equal(["near", "near", "later", "final"],
            Rail(RevocationSamples.Facts).FindAll("li").Select(stop => stop.ClassName!.Trim()));

    [Theory]
    [InlineData(true, "90 days after the key is deleted; not earlier")]
    [InlineData(false, "90 days after the key is deleted, unless it is purged earlier")]
    [InlineData(null, "90 days after the key is deleted")]
    public void Whether_it_can_be_purged_earlier_is_said(bool? isProtected, string said)
    {
        var facts = RevocationSamples.Facts with { Radius = RevocationSamples.Radius with { PurgeProtected = isProtected } };

        Assert.Equal(said, Rail(facts).FindAll(".why")[3].TextContent);
    }

    private List<string> Stops(RemovalFacts facts)
        => [.. Rail(facts).FindAll("li").Select(stop
            => $"{stop.QuerySelector(".name")!.TextContent}: {stop.QuerySelector(".when")!.TextContent}")];

    private IRenderedComponent<DateRail> Rail(RemovalFacts facts) => Render<DateRail>(rail => rail.Add(it => it.Facts, facts));
}
