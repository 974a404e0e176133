using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ByokConsole.Adapters.Storage;

/// <summary>Registers the console's database and what is kept in it.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Drafts, runs and bindings in SQLite, or in the PostgreSQL database that consoles share. The host's start brings the database up to
    /// date, and fails with <see cref="DatabaseStampException"/> when it belongs to another world, or <see cref="DatabaseUnusableException"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WebhookOptions.Off);
        services.TryAddSingleton<RunFeed>();
        services.TryAddSingleton<ConsoleMetrics>();
        services
            .AddSingleton(options)
            .AddSingleton<StartLock>()
            .AddSingleton<IDraftStore, DraftStore>()
            .AddSingleton<IRunStore, RunStore>()
            .AddSingleton<IKeyBindings, KeyBindings>()
            .AddSingleton<IKeyHealthStore, KeyHealthStore>()
            .AddSingleton<IAuditTrail, AuditTrail>()
            .AddSingleton<IIdempotentRequests, IdempotentRequests>()
            .AddHostedService<ConsoleDatabase>();
        return options.Shared is { } shared
            ? services.AddPostgreSql(options, shared)
            : services.AddDbContextFactory<ConsoleDbContext>(
                builder => builder.UseSqlite(options.ConnectionString).AddInterceptors(new SqliteSettings()));
    }

    private static IServiceCollection AddPostgreSql(this IServiceCollection services, StorageOptions options, SharedDatabase shared)
    {
        services.AddSingleton<KeySeal>();
        services.AddOptions<KeyManagementOptions>().Configure<KeySeal>((keys, seal) => keys.XmlEncryptor = seal);
        // Before the framework reads its keys, which it does as soon as it is started.
        services.AddHostedService<SealGuard>();
        services.AddDataProtection().PersistKeysToDbContext<PostgreSqlDbContext>();
        return services
            .AddDbContextFactory<ConsoleDbContext, PostgreSqlDbContextFactory>(builder => builder.UseNpgsql(options.ConnectionString))
            .AddScoped<PostgreSqlDbContext>()
            .AddSingleton(shared)
            .AddHostedService<RunNews>();
    }
}
