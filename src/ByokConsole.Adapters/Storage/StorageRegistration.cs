using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ByokConsole.Adapters.Storage;

/// <summary>Registers the console's database and what is kept in it.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Drafts, runs and bindings in SQLite. The host's start brings the database up to date, and fails with
    /// <see cref="DatabaseStampException"/> when it belongs to another world.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WebhookOptions.Off);
        services.TryAddSingleton<RunFeed>();
        services.TryAddSingleton<ConsoleMetrics>();
        return services
            .AddSingleton(options)
            .AddDbContextFactory<ConsoleDbContext>(builder => builder.UseSqlite(options.ConnectionString).AddInterceptors(new SqliteSettings()))
            .AddSingleton<IDraftStore, DraftStore>()
            .AddSingleton<IRunStore, RunStore>()
            .AddSingleton<IKeyBindings, KeyBindings>()
            .AddSingleton<IKeyHealthStore, KeyHealthStore>()
            .AddSingleton<IAuditTrail, AuditTrail>()
            .AddSingleton<IIdempotentRequests, IdempotentRequests>()
            .AddHostedService<ConsoleDatabase>();
    }
}
