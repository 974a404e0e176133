using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Alarms;

namespace ByokConsole.Web.Tests.Shared;

public sealed class RunAlarmBandsTests : PageTestContext
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

        Assert.Empty(Render<RunAlarmBands>().FindAll("section"));
    }

    [Fact]
    public async Task The_band_stands_until_somebody_signs_it_off()
    {
        RunStore.Put(Alarming);
        var band = Render<RunAlarmBands>();
        Assert.Contains("orders-prod does not carry your key.", band.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/runs/run-2f81", band.Find("a").GetAttribute("href"));

        await band.Find("button").ClickAsync();

        Assert.Empty(band.FindAll("section"));
        Assert.NotNull((await RunStore.FindAsync("run-2f81", Xunit.TestContext.Current.CancellationToken))?.Facts.MismatchSignedOffAt);
    }

    [Fact]
    public void It_appears_on_a_page_that_is_open_already()
    {
        var band = Render<RunAlarmBands>();

        RunStore.Put(Alarming);
        Clock.Advance(TimeSpan.FromSeconds(5));

        band.WaitForAssertion(() => Assert.Single(band.FindAll("[role=alert]")));
    }

    [Fact]
    public async Task A_second_cluster_is_told_with_its_id_and_the_way_to_delete_it_until_somebody_wants_it()
    {
        RunStore.Put(Samples.Run with { State = RunState.Succeeded, Facts = new RunFacts { ClusterId = "lkc-7x2m4d", SecondClusters = ["lkc-2nd"] } });
        var band = Render<RunAlarmBands>();
        var told = band.Find("[role=alert]");
        Assert.Contains("There is a second orders-prod: lkc-2nd", told.TextContent, StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("[aria-label='Copy cluster id']"));
        Assert.Equal(
            ["/environments/env-4mq7d/clusters/lkc-2nd/delete", "/runs/run-2f81"], band.FindAll("a").Select(link => link.GetAttribute("href")));

        await band.Find("section > button").ClickAsync(new());

        Assert.Empty(band.FindAll("section"));
        Assert.Equal(["lkc-2nd"], (await RunStore.FindAsync("run-2f81", Xunit.TestContext.Current.CancellationToken))!.Facts.WantedClusters);
    }
}
