using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Builders;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>The sweep over the keys on the real scheduler: at start, again and again, and whatever it meets.</summary>
public class SweepJobTests
{
    private readonly PostgreSqlServer? _server;

    public SweepJobTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected SweepJobTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_keys_in_use_are_checked_at_start_and_again_after_the_interval()
    {
        await using var console = new ScheduledConsole(_server) { SweepEvery = TimeSpan.FromMilliseconds(100) };
        var (store, first) = await FirstSweepAsync(console);

        await Poll.UntilAsync(async () => (await store.FindAsync(Samples.Registration.Id, Token))!.CheckedAt > first);
    }

    [Fact]
    public async Task A_cloud_that_is_away_ends_nothing()
    {
        await using var console = new ScheduledConsole(_server) { SweepEvery = TimeSpan.FromMilliseconds(100) };
        console.Cloud.Registrations.Add(Samples.Registration);
        console.Cloud.ReadFaults.Enqueue(Samples.Unreachable);
        await console.RestartAsync();
        var store = console.Services.GetRequiredService<IKeyHealthStore>();

        await Poll.UntilAsync(async () => await store.FindAsync(Samples.Registration.Id, Token) is not null);

        Assert.Empty(console.Cloud.ReadFaults);
    }

    [Fact]
    public async Task A_registration_that_is_gone_is_forgotten_but_its_findings_are_not()
    {
        await using var console = new ScheduledConsole(_server) { SweepEvery = TimeSpan.FromMilliseconds(100) };
        console.Check.State = CheckState.Fail;
        console.Cloud.Registrations.Add(Samples.Registration);
        await console.RestartAsync();
        var store = console.Services.GetRequiredService<IKeyHealthStore>();
        await Poll.UntilAsync(async () => await store.FindAsync(Samples.Registration.Id, Token) is not null);

        console.Cloud.Registrations.Clear();

        await Poll.UntilAsync(async () => await store.FindAsync(Samples.Registration.Id, Token) is null);
        Assert.Single(await store.ChangesAsync(Samples.Registration.Id, 10, Token));
    }

    [Fact]
    public async Task A_run_that_has_ended_is_followed_by_a_sweep_before_the_next_is_due()
    {
        await using var console = new ScheduledConsole(_server) { SweepEvery = TimeSpan.FromDays(1) };
        var (store, first) = await FirstSweepAsync(console);

        await console.EndOfAsync((await console.LaunchAsync()).Id);

        await Poll.UntilAsync(async () => (await store.FindAsync(Samples.Registration.Id, Token))!.CheckedAt > first);
    }

    /// <summary>Starts with one key in use, and waits until it was checked; returns when that was.</summary>
    private static async Task<(IKeyHealthStore Store, DateTimeOffset CheckedAt)> FirstSweepAsync(ScheduledConsole console)
    {
        console.Cloud.Registrations.Add(Samples.Registration);
        await console.RestartAsync();
        var store = console.Services.GetRequiredService<IKeyHealthStore>();
        await Poll.UntilAsync(async () => await store.FindAsync(Samples.Registration.Id, Token) is not null);
        return (store, (await store.FindAsync(Samples.Registration.Id, Token))!.CheckedAt);
    }
}
