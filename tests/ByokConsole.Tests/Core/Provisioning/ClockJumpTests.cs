using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The machine's clock is put forward or back by a day, at every moment of a run: the run comes to the same end.</summary>
public sealed class ClockJumpTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(-24)]
    public async Task A_cluster_is_made_once_whenever_the_clock_jumps(int hours)
    {
        var turns = await LaunchAsync(null, hours);
        Assert.InRange(turns, 5, 50);

        for (var turn = 0; turn < turns; turn++)
            await LaunchAsync(turn, hours);
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_sent_again_within_a_minute_although_the_clock_was_put_back_a_day()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        var run = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic);
        run = (await bench.Engine.AdvanceAsync(run.Id, TestContext.Current.CancellationToken))!;
        var sent = bench.Clock.GetUtcNow();
        bench.Machine.Off = TimeSpan.FromDays(-1);
        // The sweeper sees the clock go back, and wakes the run at once.
        while (bench.Cloud.Clusters.Count == 0 && bench.Clock.GetUtcNow() - sent < TimeSpan.FromMinutes(1))
        {
            run = (await bench.Engine.AdvanceAsync(run.Id, TestContext.Current.CancellationToken))!;
            bench.Clock.Advance(run.NextLookAt!.Value - bench.Machine.GetUtcNow());
        }

        Assert.Single(bench.Cloud.Clusters);
        Assert.True(bench.Clock.GetUtcNow() - sent > TimeSpan.FromSeconds(25), "It was sent again too soon.");
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(run.Id)).State);
    }

    /// <summary>Works a launch whose every reply is lost once; returns how often it was worked.</summary>
    private static async Task<int> LaunchAsync(int? jump, int hours)
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.ProvisioningTakes = TimeSpan.FromSeconds(30);
        var run = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic);
        var turns = 0;
        for (; run.State is RunState.Running; turns++)
        {
            Assert.True(turns < 50, $"It does not come to an end after a jump at {jump}.");
            if (turns == jump)
                bench.Machine.Off = TimeSpan.FromHours(hours);
            run = (await bench.Engine.AdvanceAsync(run.Id, TestContext.Current.CancellationToken))!;
            // However far ahead the next look is by the machine's clock: the sweeper wakes a run when it sees the clock go back.
            var wait = (run.NextLookAt ?? bench.Machine.GetUtcNow()) - bench.Machine.GetUtcNow();
            bench.Clock.Advance(TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 0, 60)));
        }

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Single(bench.Cloud.Clusters);
        return turns;
    }
}
