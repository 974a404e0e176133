using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Adapters.Scheduling;
using ByokConsole.Tests.Adapters.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>Runs that several consoles see and work: what one writes the others hear, and of two that write one comes first.</summary>
public sealed class SharedRunsTests(PostgreSqlServer server)
{
    private const string RunId = "run-1";

    /// <summary>The clock of these consoles stands still, so that nothing but news ends a wait.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_One_Console_Writes_Reaches_Whoever_Watches_At_Another()
    {
        await using var console = new StoredConsole(server);
        var (one, other) = (await StartAsync(console), await StartAsync(console));
        using var news = other.GetRequiredService<RunFeed>().Subscribe(RunId);

        await one.GetRequiredService<IRunStore>().AddOrGetAsync(New(console), "key", Token);
        await news.WaitAsync(Forever, console.Clock, Token);
        await one.GetRequiredService<IRunStore>().TakeAsync(RunId, Token);
        await news.WaitAsync(Forever, console.Clock, Token);

        Assert.Equal(1, (await other.GetRequiredService<IRunStore>().FindAsync(RunId, Token))!.Fence);
    }

    [Fact]
    public async Task After_The_Server_Was_Lost_Everybody_Looks_Anew_And_Hears_Again()
    {
        await using var console = new StoredConsole(server);
        var (one, other) = (await StartAsync(console), await StartAsync(console));
        await one.GetRequiredService<IRunStore>().AddOrGetAsync(New(console), "key", Token);
        await using var context = StoredConsole.Context(one);
        using var news = other.GetRequiredService<RunFeed>().Subscribe(RunId);

        var lost = await ListenersAsync(context);
        await context.Database.ExecuteSqlRawAsync($"SELECT pg_terminate_backend(pid) {Listening}", Token);
        await Poll.UntilAsync(async () =>
        {
            console.Clock.Advance(TimeSpan.FromSeconds(2));
            return (await ListenersAsync(context)).Except(lost).Count() == 2;
        });
        await news.WaitAsync(Forever, console.Clock, Token);
        await one.GetRequiredService<IRunStore>().TakeAsync(RunId, Token);

        await news.WaitAsync(Forever, console.Clock, Token);
    }

    [Fact]
    public async Task Of_Many_That_Take_A_Run_At_Once_Each_Has_A_Fence_Of_Its_Own_And_The_Last_One_Writes()
    {
        await using var console = new StoredConsole(server);
        var (one, other) = (await StartAsync(console), await StartAsync(console));
        var stores = new[] { one.GetRequiredService<IRunStore>(), other.GetRequiredService<IRunStore>() };
        await stores[0].AddOrGetAsync(New(console), "key", Token);

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => stores[number % 2].TakeAsync(RunId, Token))));
        var written = await Task.WhenAll(taken.Select((run, number) => Task.Run(() => stores[number % 2].TryWriteAsync(run!, [Line(console)], Token))));

        Assert.Equal(Enumerable.Range(1, 12), taken.Select(run => (int)run!.Fence).Order());
        Assert.Equal(12, taken.Zip(written).Single(pair => pair.Second).First!.Fence);
        Assert.Single(await stores[1].EventsAsync(RunId, 0, Token));
    }

    [Fact]
    public async Task A_Console_That_Stalls_In_The_Middle_Of_A_Write_Holds_The_Others_Up_For_Seconds_And_Has_Written_Nothing()
    {
        await using var console = new StoredConsole(server);
        var (stalled, other) = (await StartAsync(console), await StartAsync(console));
        await other.GetRequiredService<IRunStore>().AddOrGetAsync(New(console), "key", Token);
        await using var context = StoredConsole.Context(stalled);
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        await context.Runs.ExecuteUpdateAsync(run => run.SetProperty(row => row.Fence, 99), Token);

        var taken = await other.GetRequiredService<IRunStore>().TakeAsync(RunId, Token).WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(1, taken!.Fence);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Token));
        Assert.Equal(1, (await other.GetRequiredService<IRunStore>().FindAsync(RunId, Token))!.Fence);
    }

    [Fact]
    public async Task A_Console_That_Stops_Leaves_Its_Run_To_Another_One_For_Seconds()
    {
        await using var one = await ScheduledConsole.StartAsync(server);
        await using var other = await one.JoinAsync();
        one.Cloud.Gate = new TaskCompletionSource();
        var launched = await one.LaunchAsync();
        await one.Cloud.Asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
        one.Cloud.Gate = null;
        var (worker, heir) = await one.IsWorkingAsync() ? (one, other) : (other, one);

        await worker.StopAsync();

        var ended = await heir.EndOfAsync(launched.Id).WaitAsync(TimeSpan.FromSeconds(40), Token);
        Assert.Equal((RunState.Succeeded, 1), (ended.State, one.Cloud.Posts));
    }

    private const string Listening = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

    /// <summary>The server's processes that serve them.</summary>
    private static Task<List<int>> ListenersAsync(ConsoleDbContext context)
        => context.Database.SqlQueryRaw<int>($"SELECT pid AS \"Value\" {Listening}").ToListAsync(Token);

    /// <summary>Starts a console, and waits until it listens.</summary>
    private static async Task<IServiceProvider> StartAsync(StoredConsole console)
    {
        await console.PrepareAsync();
        var services = await console.StartAsync();
        await using var context = StoredConsole.Context(services);
        await Poll.UntilAsync(async () => (await ListenersAsync(context)).Count == console.Started);
        return services;
    }

    private static RunEvent Line(StoredConsole console) => new(1, console.Clock.GetUtcNow(), "RecheckKey", false, "A line.", null);

    private static Run New(StoredConsole console) => new()
    {
        Id = RunId,
        Kind = RunKind.CreateCluster,
        Subject = "orders",
        EnvironmentId = "env-1",
        StartedBy = "local operator",
        CreatedAt = console.Clock.GetUtcNow(),
        Input = new RunInput(),
        Steps = [new RunStepRecord { Name = "RecheckKey" }],
    };
}
