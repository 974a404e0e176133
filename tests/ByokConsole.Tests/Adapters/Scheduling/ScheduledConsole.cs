using ByokConsole.Adapters.Scheduling;
using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.Builders;
using ByokConsole.Tests.Core.Provisioning;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>Runs, storage and scheduler in a host, on the real clock; clusters take no time to come up. On a file, or a database of this server.</summary>
internal sealed class ScheduledConsole(PostgreSqlServer? server = null) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("byok-schedule-");
    private IHost? _host;
    private StorageOptions? _storage;

    public FakeCloud Cloud { get; private init; } = new(TimeProvider.System) { ProvisioningTakes = TimeSpan.Zero };

    public FakeCheck Check { get; } = new();

    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    public IServiceProvider Services => _host!.Services;

    public RunService Service => Services.GetRequiredService<RunService>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ScheduledConsole> StartAsync(PostgreSqlServer? server = null)
    {
        var console = new ScheduledConsole(server);
        await console.RestartAsync();
        return console;
    }

    /// <summary>Another console on the same database and clouds, at the same time.</summary>
    public async Task<ScheduledConsole> JoinAsync()
    {
        var console = new ScheduledConsole(server) { Cloud = Cloud, _storage = _storage };
        await console.RestartAsync();
        return console;
    }

    /// <summary>What starts after this console was killed just now: its file as it is at this moment, and the same clouds.</summary>
    public async Task<ScheduledConsole> AfterKillAsync()
    {
        var console = new ScheduledConsole { Cloud = Cloud };
        console._storage = _storage! with { DatabaseFile = Path.Combine(console._folder.FullName, "console.db") };
        DatabaseFiles.Copy(_storage!.DatabaseFile, console._storage.DatabaseFile);
        await console.RestartAsync();
        return console;
    }

    public async Task StopAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync(Token);
        _host.Dispose();
        _host = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var ports = new PreflightPorts(null!, new InMemoryVaultKeys(), Cloud.Grants, Cloud, null!, TimeProvider.System);
        var storage = _storage ??= new StorageOptions
        {
            DatabaseFile = Path.Combine(_folder.FullName, "console.db"),
            Shared = server is null ? null : await server.CreateSharedAsync(_folder.FullName),
            TenantId = Bench.Tenant,
        };
        builder.Services
            .AddLogging()
            .AddSingleton<IKafkaClusters>(Cloud)
            .AddSingleton<IKeyRegistrations>(Cloud)
            .AddSingleton<IAccessGrants>(Cloud.Grants)
            .AddSingleton<IClusterRemoval>(Cloud.Removal)
            .AddSingleton<IConnectionMetrics>(Cloud.Removal)
            .AddSingleton<IVaultKeys>(Cloud.Keys)
            .AddSingleton<IVaultKeyControl>(Cloud.Keys)
            .AddSingleton<IPreflightCheck>(Check)
            .AddSingleton(ports)
            .AddKeyedSingleton(PreflightPorts.Patient, ports)
            .AddSingleton<PreflightRunner>()
            .AddSingleton<KeyAttestations>()
            // Which clusters there are, the runs ask as well; the sweep leaves that question to them.
            .AddSingleton(services => ActivatorUtilities.CreateInstance<KeySweep>(services, (IKafkaClusters)new InMemoryKafkaClusters { Clusters = { Samples.Cluster } }))
            .AddSingleton(services => ActivatorUtilities.CreateInstance<SecondClusterWatch>(services, (IKafkaClusters)new InMemoryKafkaClusters()))
            .AddSingleton(new KeyHealthOptions(SweepEvery))
            .AddStorage(storage)
            .AddScheduling(storage)
            .AddProvisioning();
        _host = builder.Build();
        await _host.StartAsync(Token);
    }

    public async Task<Run> LaunchAsync() => await Service.LaunchClusterAsync(await DraftAsync(), Token);

    /// <summary>What a process leaves behind that dies between the journal and the scheduler.</summary>
    public async Task<Run> StoreOnlyAsync()
    {
        var (store, scheduler) = (Services.GetRequiredService<IRunStore>(), new FakeScheduler());
        var starter = new RunStarter(store, scheduler, TimeProvider.System);
        var service = new RunService(store, Services.GetRequiredService<IDraftStore>(), starter, scheduler, new RunFeed(), TimeProvider.System);
        return await service.LaunchClusterAsync(await DraftAsync(), Token);
    }

    public Task WakeAsync(string runId) => Services.GetRequiredService<IRunScheduler>().WakeAsync(runId, Token);

    public async Task<Run> EndOfAsync(string runId)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        return await Service.WatchAsync(runId, limit.Token).LastAsync(limit.Token);
    }

    public async Task<long> CountAsync(string table)
    {
        await using var context = StoredConsole.Context(Services);
        await context.Database.OpenConnectionAsync(Token);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>True while a run is worked by this console, of those on its database.</summary>
    public async Task<bool> IsWorkingAsync()
    {
        var scheduler = await Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Token);
        return await CountAsync($"QRTZ_FIRED_TRIGGERS WHERE TRIGGER_GROUP = 'runs' AND INSTANCE_NAME = '{scheduler.SchedulerInstanceId}'") > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<ClusterDraft> DraftAsync()
    {
        var now = DateTimeOffset.UtcNow;
        var draft = new ClusterDraft
        {
            Id = "d-1",
            EnvironmentId = Bench.Environment,
            Owner = "local operator",
            CreatedAt = now,
            SavedAt = now,
            ClusterType = ClusterType.Dedicated,
            Region = "eastus",
            DisplayName = "orders-prod",
        };
        await Services.GetRequiredService<IDraftStore>().AddAsync(draft, Token);
        return draft;
    }
}
