using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Watching and cancelling runs.</summary>
public sealed class RunServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_can_be_cancelled_until_it_means_to_make_something()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = ByokConsole.Core.Preflight.CheckState.Waiting;
        var launched = await bench.LaunchAsync();
        await bench.Engine.AdvanceAsync(launched.Id, Token);

        Assert.True(await bench.Service.CancelAsync(launched.Id, Token));

        Assert.Null(await bench.Engine.AdvanceAsync(launched.Id, Token));
        var cancelled = (await bench.Service.FindAsync(launched.Id, Token))!;
        Assert.Equal((RunState.Cancelled, StepState.Cancelled, 0), (cancelled.State, cancelled.Steps[0].State, bench.Cloud.Posts));
        Assert.False(await bench.Service.CancelAsync(launched.Id, Token));
    }

    [Fact]
    public async Task A_run_that_may_have_made_something_cannot_be_cancelled()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        var launched = await bench.LaunchAsync();
        await bench.Engine.AdvanceAsync(launched.Id, Token);

        Assert.False(await bench.Service.CancelAsync(launched.Id, Token));
        Assert.False(await bench.Service.CancelAsync("run-unknown", Token));

        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task Whoever_watches_sees_each_change_until_the_end()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync();
        var seen = new List<Run>();
        var watching = Task.Run(
            async () =>
            {
                await foreach (var run in bench.Service.WatchAsync(launched.Id, Token))
                    seen.Add(run);
            },
            Token);

        await bench.WorkAsync(launched.Id);
        await watching.WaitAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(RunState.Succeeded, seen[^1].State);
        Assert.Equal(seen.Select(run => run.Revision).Distinct(), seen.Select(run => run.Revision));
    }

    [Fact]
    public async Task A_write_of_this_process_is_told_without_the_clock_moving_and_one_of_another_process_soon()
    {
        await using var bench = await Bench.StartAsync();
        bench.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var launched = await bench.LaunchAsync();
        await using var watcher = bench.Service.WatchAsync(launched.Id, Token).GetAsyncEnumerator(Token);
        Assert.True(await watcher.MoveNextAsync());

        var next = watcher.MoveNextAsync().AsTask();
        var mine = (await RunJournal.TakeAsync(bench.Runs, bench.Clock, launched.Id, Token))!;
        Assert.True(await next.WaitAsync(TimeSpan.FromMinutes(1), Token));

        next = watcher.MoveNextAsync().AsTask();
        await using var elsewhere = await bench.JoinAsync();
        await elsewhere.Runs.TakeAsync(launched.Id, Token);
        Assert.False(next.IsCompleted);
        while (!next.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.True(await next);
        Assert.Equal(mine.Run.Fence + 1, watcher.Current.Fence);
    }
}
