using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>A wait of minutes to a day.</summary>
public sealed class WaitProvisionedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_outlasts_faults_and_shows_the_phase()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.ProvisioningTakes = TimeSpan.FromHours(20);
        var launched = await bench.LaunchAsync();
        var waiting = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        bench.Cloud.ReadFaults.Enqueue(FakeCloud.Throttled);
        bench.Cloud.ReadFaults.Enqueue(new CloudFault(CloudService.ConfluentCloud, FaultKind.Forbidden, "You may not see this."));

        Assert.Contains("PROVISIONING", waiting.Steps[2].Note, StringComparison.Ordinal);
        Assert.False(Cancelling.IsPossible(waiting));
        var throttled = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        Assert.True(throttled.NextLookAt - bench.Clock.GetUtcNow() > TimeSpan.FromSeconds(119));
        var forbidden = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        Assert.Contains("You may not see this.", forbidden.Steps[2].Note, StringComparison.Ordinal);
        bench.Clock.Advance(TimeSpan.FromHours(21));
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task The_log_of_a_long_wait_stays_short()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.ProvisioningTakes = TimeSpan.FromMinutes(10);
        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        var events = await bench.Service.EventsAsync(run.Id, 0, Token);

        Assert.Single(events, entry => entry.Text.Contains("PROVISIONING", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_cluster_that_failed_to_come_up_ends_the_run_and_is_not_forgotten()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Making = made => made with { Phase = "FAILED" };

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal((RunState.Failed, "FAILED"), (run.State, run.Facts.ClusterPhase));
        Assert.Contains(run.Facts.ClusterId!, run.Rejection!.WhatExists, StringComparison.Ordinal);
    }
}
