using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Registers Quartz with its persistent store in the console's database.</summary>
public static class SchedulingRegistration
{
    /// <summary>A console that was not heard of for so long counts as dead.</summary>
    internal static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    /// <summary>Works the runs. Comes after <c>AddStorage</c>, whose database it uses.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "ByokConsole";
                // A stop is told to the jobs at once: what a run was about to do is in its journal, and the next start looks.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UsePersistentStore(store => Keep(store, options));
        });
        services.AddHostedService<ScheduleTables>();
        services.AddSingleton<OrganizationGuard>().AddHostedService(provider => provider.GetRequiredService<OrganizationGuard>());
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.TryAddSingleton(KeyHealthOptions.Default);
        return services
            .AddSingleton(provider => new WebhookClient(provider.GetRequiredService<WebhookOptions>(), provider.GetRequiredService<TimeProvider>()))
            .AddHostedService<WebhookDelivery>()
            .AddSingleton<SweepScheduler>()
            .AddHostedService(provider => provider.GetRequiredService<SweepScheduler>())
            .AddSingleton<RunScheduler>()
            .AddSingleton<IRunScheduler>(provider => provider.GetRequiredService<RunScheduler>())
            .AddSingleton<RunSweeper>()
            .AddHostedService(provider => provider.GetRequiredService<RunSweeper>());
    }

    private static void Keep(IPersistentStoreBuilder store, StorageOptions options)
    {
        if (options.Shared is null)
        {
            store.UseSqlite(SqliteFactory.Instance, options.ConnectionString);
        }
        else
        {
            store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString);
            store.UseClustering(TakeOverSoon);
        }

        store.ProvisionSchema();
        store.ConfigureStore(ado => ado.UseBackgroundThreads = true);
    }

    /// <summary>
    /// A console that has not been heard of for these two together counts as dead, and another one works its runs: within 15 s, however the
    /// looks of the others fall.
    /// </summary>
    private static void TakeOverSoon(ClusteringOptions cluster)
    {
        cluster.CheckinInterval = CheckIn;
        cluster.CheckinMisfireThreshold = DeadAfter - CheckIn;
    }
}
