using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>Registers Quartz with its persistent store in the console's database.</summary>
public static class SchedulingRegistration
{
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
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(SqliteFactory.Instance, options.ConnectionString);
                store.ProvisionSchema();
                store.ConfigureStore(ado => ado.UseBackgroundThreads = true);
            });
        });
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
}
