using ByokConsole.Adapters.Scheduling;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.PostgreSql;
using ByokConsole.Tests.Core.Provisioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>Runs on the real scheduler and the real clock, over the fake cloud.</summary>
public class RunJobTests
{
    private readonly PostgreSqlServer? _server;

    public RunJobTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected RunJobTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_launched_run_comes_to_its_end_by_itself_and_leaves_no_job()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);

        var run = await console.EndOfAsync((await console.LaunchAsync()).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Single(console.Cloud.Clusters);
        await Poll.UntilAsync(async () => await console.CountAsync("QRTZ_JOB_DETAILS WHERE JOB_GROUP = 'runs'") == 0);
    }

    [Fact]
    public async Task A_run_goes_on_with_another_scheduler_on_the_same_file()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.ProvisioningTakes = TimeSpan.FromHours(1);
        var launched = await console.LaunchAsync();
        await Poll.UntilAsync(async () => (await console.Service.FindAsync(launched.Id, Token))!.Steps[2].State is StepState.Waiting);

        await console.RestartAsync();
        console.Cloud.ProvisioningTakes = TimeSpan.Zero;
        var run = await console.EndOfAsync(launched.Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Single(console.Cloud.Clusters);
        Assert.Equal(1, console.Cloud.Posts);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_cloud_that_does_not_answer_and_the_next_start_goes_on()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.Gate = new TaskCompletionSource();
        var launched = await console.LaunchAsync();
        await console.Cloud.Asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);

        await console.StopAsync().WaitAsync(TimeSpan.FromMinutes(2), Token);
        console.Cloud.Gate = null;
        await console.RestartAsync();

        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(launched.Id)).State);
        Assert.Single(console.Cloud.Clusters);
    }

    [Fact]
    public async Task A_run_is_never_worked_twice_at_once_however_often_it_is_woken()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.Gate = new TaskCompletionSource();
        var launched = await console.LaunchAsync();
        await console.Cloud.Asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
        for (var i = 0; i < 5; i++)
            await console.WakeAsync(launched.Id);
        Assert.Equal(1, (await console.Service.FindAsync(launched.Id, Token))!.Fence);

        console.Cloud.Gate.SetResult();

        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(launched.Id)).State);
        Assert.Equal(1, console.Cloud.Posts);
    }

    [Fact]
    public async Task A_run_that_was_stored_and_never_scheduled_is_found_by_the_sweep_once()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.Gate = new TaskCompletionSource();
        var stored = await console.StoreOnlyAsync();
        var sweeper = console.Services.GetRequiredService<RunSweeper>();

        Assert.Equal([stored.Id], await sweeper.SweepAsync(Token));
        await console.Cloud.Asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
        console.Cloud.Gate.SetResult();

        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(stored.Id)).State);
        Assert.Empty(await sweeper.SweepAsync(Token));
    }

    [Fact]
    public async Task A_run_whose_next_look_is_a_day_off_because_the_clock_went_back_looks_at_once()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.ProvisioningTakes = TimeSpan.FromHours(1);
        var launched = await console.LaunchAsync();
        await Poll.UntilAsync(async () => (await console.Service.FindAsync(launched.Id, Token))!.Steps[2].State is StepState.Waiting);
        // Waiting for the cluster it holds no worker; its trigger is put off to where a clock that went back leaves it.
        var scheduler = console.Services.GetRequiredService<RunScheduler>();
        var clock = new MachineClock(new FakeTimeProvider(DateTimeOffset.UtcNow));
        var sweeper = ActivatorUtilities.CreateInstance<RunSweeper>(console.Services, clock);
        await sweeper.SweepAsync(Token);
        console.Cloud.ProvisioningTakes = TimeSpan.Zero;
        await scheduler.WakeAtAsync(launched.Id, DateTimeOffset.UtcNow.AddDays(1), Token);

        clock.Off = TimeSpan.FromDays(-1);

        Assert.Equal([launched.Id], await sweeper.SweepAsync(Token));
        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(launched.Id)).State);
        Assert.Empty(await sweeper.SweepAsync(Token));
    }

    [Fact]
    public async Task A_run_that_was_stored_and_never_scheduled_is_found_by_the_next_start()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        var stored = await console.StoreOnlyAsync();

        await console.RestartAsync();

        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(stored.Id)).State);
    }

    [Fact]
    public async Task A_defect_in_a_step_is_journalled_and_the_run_waits_for_the_next_try()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.OnAct = _ => throw new InvalidOperationException("A defect.");
        var launched = await console.LaunchAsync();

        await Poll.UntilAsync(async () => (await console.Service.FindAsync(launched.Id, Token))!.NextLookAt is not null);

        var run = (await console.Service.FindAsync(launched.Id, Token))!;
        Assert.Equal((RunState.Running, StepState.Waiting), (run.State, run.Steps[1].State));
        await Poll.UntilAsync(async () => await console.CountAsync("QRTZ_TRIGGERS WHERE TRIGGER_GROUP = 'runs'") == 1);
    }
}
