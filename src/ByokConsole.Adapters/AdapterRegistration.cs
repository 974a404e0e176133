using Azure.Core;
using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Adapters.ConfluentCloud;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ByokConsole.Adapters;

/// <summary>
/// Registers the ports' implementations. The host registers the <see cref="CloudConnection"/> itself. Each cloud port is there twice:
/// without a key it repeats safe calls a little, under <see cref="AskOnce.Key"/> it never does.
/// </summary>
public static class AdapterRegistration
{
    private const int PatientRetries = 3;
    private const string Telemetry = "telemetry";

    /// <summary>Vaults, vault keys and grants.</summary>
    public static IServiceCollection AddAzureCloud(this IServiceCollection services)
    {
        services.AddCloudBasics();
        services.TryAddSingleton(s => AzureClients.CreateCredential(
            s.GetRequiredService<CloudTransport>(), s.GetRequiredService<CloudConnection>()));
        services.TryAddSingleton<VaultTenants>();
        services.TryAddSingleton<AzureCalls>();
        return services
            .AddTwice<IVaults>((s, retries) =>
            {
                var clients = Azure(s, retries);
                return new ArmVaults(clients.CreateArmClient(), clients.CreateResourceManagerPipeline(), s.GetRequiredService<AzureCalls>());
            })
            .AddTwice<IVaultKeys>((s, retries) =>
            {
                var clients = Azure(s, retries);
                return new VaultKeys(
                    clients.CreateVaultPipeline(s.GetRequiredService<VaultTenants>()),
                    clients.CreateAnonymousPipeline(),
                    s.GetRequiredService<AzureCalls>());
            })
            .AddSingleton<IVaultKeyControl>(s => new VaultKeyControl(
                Azure(s, PatientRetries).CreateVaultPipeline(s.GetRequiredService<VaultTenants>()), s.GetRequiredService<AzureCalls>()))
            .AddSingleton<IActivityLog>(s => new ActivityLog(
                Azure(s, PatientRetries).CreateResourceManagerPipeline(), s.GetRequiredService<AzureCalls>()))
            .AddTwice<IAccessGrants>((s, retries) =>
            {
                var clients = Azure(s, retries);
                return new AccessGrants(
                    clients.CreateGraphPipeline(), clients.CreateResourceManagerPipeline(), s.GetRequiredService<AzureCalls>());
            });
    }

    /// <summary>Key registrations, environments, networks and clusters.</summary>
    public static IServiceCollection AddConfluentCloud(this IServiceCollection services)
        => services
            .AddCloudBasics()
            .AddTwice((s, retries) => ActivatorUtilities.CreateInstance<ConfluentSender>(s, ConfluentSender.Api, retries))
            .AddKeyedSingleton(Telemetry, (s, _) => ActivatorUtilities.CreateInstance<ConfluentSender>(s, ConfluentSender.Telemetry, PatientRetries))
            .AddSingleton<IConnectionMetrics>(s => new ConnectionMetrics(new(s.GetRequiredKeyedService<ConfluentSender>(Telemetry))))
            .AddSingleton<IClusterRemoval>(s => new ClusterRemoval(new(s.GetRequiredService<ConfluentSender>())))
            .AddSingleton<IKeyRegistrations>(s => new KeyRegistrations(new(s.GetRequiredService<ConfluentSender>())))
            .AddSingleton<IKafkaClusters>(s => new KafkaClusters(new(s.GetRequiredService<ConfluentSender>())))
            .AddKeyedSingleton<IKeyRegistrations>(
                AskOnce.Key, (s, key) => new KeyRegistrations(new(s.GetRequiredKeyedService<ConfluentSender>(key))))
            .AddKeyedSingleton<IKafkaClusters>(
                AskOnce.Key, (s, key) => new KafkaClusters(new(s.GetRequiredKeyedService<ConfluentSender>(key))));

    private static IServiceCollection AddCloudBasics(this IServiceCollection services)
    {
        services.TryAddSingleton(s => new CloudTransport(s.GetRequiredService<CloudConnection>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<Redactor>();
        services.TryAddSingleton<FaultWriter>();
        services.TryAddSingleton<CloudLog>();
        services.TryAddSingleton<ConsoleMetrics>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        return services;
    }

    private static IServiceCollection AddTwice<T>(this IServiceCollection services, Func<IServiceProvider, int, T> create)
        where T : class
        => services
            .AddSingleton(s => create(s, PatientRetries))
            .AddKeyedSingleton(AskOnce.Key, (s, _) => create(s, 0));

    private static AzureClients Azure(IServiceProvider services, int retries)
        => new(
            services.GetRequiredService<CloudTransport>(),
            services.GetRequiredService<CloudConnection>(),
            services.GetRequiredService<TokenCredential>(),
            retries);
}
