using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Alarms;

namespace ByokConsole.Web.Tests.Shared;

public sealed class MismatchAlarmTests : PageTestContext
{
    private static readonly Run Alarming = Samples.Run with
    {
        State = RunState.Failed,
        Facts = new RunFacts { ClusterId = "lkc-7x2m4d", KeyMismatch = true },
    };

    [Fact]
    public void Without_an_alarm_there_is_no_band()
    {
        RunStore.Put(Samples.Run);

        Assert.Empty(Render<MismatchAlarm>().FindAll("section"));
    }

    [Fact]
    public async Task The_band_stands_until_somebody_signs_it_off()
    {
        RunStore.Put(Alarming);
        var band = Render<MismatchAlarm>();
        Assert.Contains("orders-prod does not carry your key.", band.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/runs/run-2f81", band.Find("a").GetAttribute("href"));

        await band.Find("button").ClickAsync();

        Assert.Empty(band.FindAll("section"));
        Assert.NotNull((await RunStore.FindAsync("run-2f81", Xunit.TestContext.Current.CancellationToken))?.Facts.MismatchSignedOffAt);
    }

    [Fact]
    public void It_appears_on_a_page_that_is_open_already()
    {
        var band = Render<MismatchAlarm>();

        RunStore.Put(Alarming);
        Clock.Advance(TimeSpan.FromSeconds(5));

        band.WaitForAssertion(() => Assert.Single(band.FindAll("[role=alert]")));
    }
}
