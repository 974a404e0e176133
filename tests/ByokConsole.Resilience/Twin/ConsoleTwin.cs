using Azure.Core;
using ByokConsole.Adapters;
using ByokConsole.Adapters.Storage;
using ByokConsole.Core;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Sandbox.Seed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ByokConsole.Resilience.Twin;

/// <summary>
/// A console without pages and scheduler: the real engine, steps, journal, stores and clients of both clouds. What it keeps in memory is lost with it.
/// Its clients do not repeat reads by themselves, for their pauses ignore the twin's clock.
/// </summary>
internal sealed class ConsoleTwin : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ConsoleTwin(ConsoleLife life, CloudTwin cloud, Plot plot, string databaseFile, TimeSpan skew, Mutation mutation)
    {
        Life = life;
        Clock = new SkewedTime(cloud.Time, skew);
        var storage = new StorageOptions { DatabaseFile = databaseFile, TenantId = SeededIds.Tenant };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<TokenCredential>(cloud.Credential)
            .AddSingleton(new CloudTransport(new TwinWire(cloud, plot, life), Clock))
            .AddSingleton(Connection(cloud))
            .AddAzureCloud().AddConfluentCloud().AddStorage(storage).AddByokCore()
            .AddSingleton<IRunScheduler, NoScheduler>()
            .ConfigureDbContext<ConsoleDbContext>(context => context.AddInterceptors(new CommitWatch(plot, life)));
        AskOnceOnly<IVaults>(services);
        AskOnceOnly<IVaultKeys>(services);
        AskOnceOnly<IAccessGrants>(services);
        AskOnceOnly<IKeyRegistrations>(services);
        AskOnceOnly<IKafkaClusters>(services);
        Alterations.Apply(mutation, services);
        _services = services.BuildServiceProvider();
    }

    public ConsoleLife Life { get; }

    public TimeProvider Clock { get; }

    public RunEngine Engine => Get<RunEngine>();

    public IRunStore Runs => Get<IRunStore>();

    public RunService Service => Get<RunService>();

    public RevocationService Revocations => Get<RevocationService>();

    public GrantRestorer Restorer => Get<GrantRestorer>();

    public DraftService Drafts => Get<DraftService>();

    public IDraftStore DraftStore => Get<IDraftStore>();

    public IKeyBindings Bindings => Get<IKeyBindings>();

    /// <summary>Brings the database up to date, as a console's start does.</summary>
    public async Task MigrateAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull
        => _services.GetRequiredService<T>();

    private static void AskOnceOnly<T>(IServiceCollection services)
        where T : class
        => services.AddSingleton(provider => provider.GetRequiredKeyedService<T>(AskOnce.Key));

    private static CloudConnection Connection(CloudTwin cloud) => new()
    {
        TenantId = SeededIds.Tenant,
        SubscriptionId = SeededIds.Subscription,
        ConfluentApiKey = SeededIds.ConfluentApiKey,
        ConfluentApiSecret = cloud.ConfluentSecret,
    };

    /// <summary>Whoever drives the twin wakes its runs.</summary>
    private sealed class NoScheduler : IRunScheduler
    {
        public Task WakeAsync(string runId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
