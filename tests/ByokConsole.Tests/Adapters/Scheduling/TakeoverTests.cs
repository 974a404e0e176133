using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>A run that another scheduler goes on with says so, and why.</summary>
public sealed class TakeoverTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_whose_console_was_killed_says_that_it_goes_on()
    {
        await using var killed = await ScheduledConsole.StartAsync();
        var launched = await StallAsync(killed);

        await using var next = await killed.AfterKillAsync();

        Assert.Equal(RunState.Succeeded, (await next.EndOfAsync(launched.Id)).State);
        Assert.Single(await next.Service.EventsAsync(launched.Id, 0, Token), entry => entry.Text == AnyRun.GoesOnAfterKill);
    }

    [Fact]
    public async Task A_run_that_another_console_takes_over_says_from_whom_and_why()
    {
        await using var stalled = await ScheduledConsole.StartAsync(server);
        var launched = await StallAsync(stalled);
        // As if a console of that name had begun the work and was gone since.
        await using (var context = StoredConsole.Context(stalled.Services))
            await context.Database.ExecuteSqlRawAsync("UPDATE qrtz_fired_triggers SET instance_name = 'a_console' WHERE trigger_group = 'runs'", Token);

        await using var heir = await stalled.JoinAsync();

        Assert.Equal(RunState.Succeeded, (await heir.EndOfAsync(launched.Id)).State);
        var told = Assert.Single(
            await heir.Service.EventsAsync(launched.Id, 0, Token), entry => entry.Text.Contains("took this run over", StringComparison.Ordinal));
        Assert.Contains("from console a_console, which gave no sign of life for 6 seconds", told.Text, StringComparison.Ordinal);
    }

    /// <summary>A run whose worker stands still in the middle of it; only that one.</summary>
    private static async Task<Run> StallAsync(ScheduledConsole console)
    {
        console.Cloud.Gate = new TaskCompletionSource();
        var launched = await console.LaunchAsync();
        await console.Cloud.Asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
        console.Cloud.Gate = null;
        return launched;
    }
}
