using Azure.Core;
using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Adapters.ConfluentCloud;
using ByokConsole.Core.Ports;
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

    /// <summary>Vaults, vault keys and grants.</summary>
    public static IServiceCollection AddAzureCloud(this IServiceCollection services)
    {
        services.AddCloudBasics();
        services.TryAddSingleton(s => AzureClients.CreateCredential(
            s.GetRequiredService<CloudTransport>(), s.GetRequiredService<CloudConnection>()));
        services.TryAddSingleton<VaultTenants>();
        services.TryAddSingleton<AzureCalls>();
        return services
            .AddPort<IVaults>((s, retries) =>
            {
                var clients = Azure(s, retries);
                return new ArmVaults(clients.CreateArmClient(), clients.CreateResourceManagerPipeline(), s.GetRequiredService<AzureCalls>());
            })
            .AddPort<IVaultKeys>((s, retries) =>
            {
                var clients = Azure(s, retries);
                return new VaultKeys(
                    clients.CreateVaultPipeline(s.GetRequiredService<VaultTenants>()),
                    clients.CreateAnonymousPipeline(),
                    s.GetRequiredService<AzureCalls>());
            })
            .AddPort<IAccessGrants>((s, retries) =>
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
            .AddSingleton(s => Confluent(s, PatientRetries))
            .AddKeyedSingleton(AskOnce.Key, (s, _) => Confluent(s, 0))
            .AddSingleton<IKeyRegistrations>(s => new KeyRegistrations(s.GetRequiredService<ConfluentPipeline>()))
            .AddKeyedSingleton<IKeyRegistrations>(
                AskOnce.Key, (s, key) => new KeyRegistrations(s.GetRequiredKeyedService<ConfluentPipeline>(key)))
            .AddSingleton<IKafkaClusters>(s => new KafkaClusters(s.GetRequiredService<ConfluentPipeline>()))
            .AddKeyedSingleton<IKafkaClusters>(
                AskOnce.Key, (s, key) => new KafkaClusters(s.GetRequiredKeyedService<ConfluentPipeline>(key)));

    private static IServiceCollection AddCloudBasics(this IServiceCollection services)
    {
        services.TryAddSingleton(s => new CloudTransport(s.GetRequiredService<CloudConnection>()));
        services.TryAddSingleton<Redactor>();
        services.TryAddSingleton<FaultWriter>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        return services;
    }

    private static IServiceCollection AddPort<TPort>(this IServiceCollection services, Func<IServiceProvider, int, TPort> create)
        where TPort : class
        => services
            .AddSingleton(s => create(s, PatientRetries))
            .AddKeyedSingleton(AskOnce.Key, (s, _) => create(s, 0));

    private static AzureClients Azure(IServiceProvider services, int retries)
        => new(
            services.GetRequiredService<CloudTransport>(),
            services.GetRequiredService<CloudConnection>(),
            services.GetRequiredService<TokenCredential>(),
            retries);

    private static ConfluentPipeline Confluent(IServiceProvider services, int retries)
        => ActivatorUtilities.CreateInstance<ConfluentPipeline>(services, retries);
}
