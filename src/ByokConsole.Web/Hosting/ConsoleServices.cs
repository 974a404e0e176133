using System.IO.Compression;
using System.Security.Cryptography;
using ByokConsole.Adapters;
using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Adapters.Scheduling;
using ByokConsole.Adapters.Storage;
using ByokConsole.Core;
using ByokConsole.Web.Api;
using ByokConsole.Web.Features.CreateCluster;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Hosting.Access;
using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace ByokConsole.Web.Hosting;

/// <summary>What the console is composed of.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        // What is not done by then is in the journal or in the browser; a page that is open must not hold a stop up.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.AddHealthChecks();
        services.AddExceptionHandler<FaultLog>();
        services.AddAccessGate(options);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddScoped<Heartbeat>();
        services.AddReconnection();
        services.AddScoped<CurrentEnvironment>();
        services.AddConsoleApi();
        services.AddCreateCluster();
        services.AddSingleton(provider => ThemeStylesheet.CreateAsync(provider).GetAwaiter().GetResult());
        return services.AddProtection(options).AddCompression();
    }

    /// <summary>The ways to the clouds, all of which go by one connection.</summary>
    public static IServiceCollection AddClouds(this IServiceCollection services, CloudConnection connection)
        => services.AddSingleton(connection).AddAzureCloud().AddConfluentCloud().AddReadiness();

    /// <summary>A sandbox of our own is asked for its time; one that runs elsewhere tells it with every answer. Either is moved through its control host.</summary>
    /// <param name="envFile">The sandbox's <c>sandbox.env</c>; null in Live mode, which has no clock to move.</param>
    public static IServiceCollection AddSandboxTime(this IServiceCollection services, SandboxTime? own, string? envFile)
    {
        if (envFile is not null)
            services.AddSingleton(provider => new SandboxControl(provider.GetRequiredService<CloudTransport>(), envFile));
        return own is not null ? services.AddSingleton(own) : services.AddSingleton(provider =>
        {
            var (transport, machine) = (provider.GetRequiredService<CloudTransport>(), provider.GetRequiredService<TimeProvider>());
            return new SandboxTime(() => transport.CloudsAhead is { } ahead ? machine.GetUtcNow() + ahead : null);
        });
    }

    /// <summary>The domain, its database in this mode's folder or on PostgreSQL, and the scheduler that works the runs in it.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services, ConsoleOptions options, CloudConnection connection)
    {
        var storage = new StorageOptions
        {
            DatabaseFile = options.DatabaseFile,
            Shared = options.Database,
            TenantId = connection.TenantId,
            World = connection.CertificateAuthorityFile is { } authority ? WorldOf(authority) : null,
        };
        return services.AddSingleton(options.KeyHealth).AddSingleton(options.Webhook).AddByokCore().AddStorage(storage).AddScheduling(storage);
    }

    private static string WorldOf(string authorityFile)
    {
        try
        {
            return SandboxWorld.Of(authorityFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException(
                $"The sandbox's certificate {authorityFile} cannot be read: {e.Message} Start that sandbox again, or give another by {ConsoleSettings.SandboxEnvFile}.", e);
        }
    }

    private static IServiceCollection AddProtection(this IServiceCollection services, ConsoleOptions options)
    {
        // The keys outlive a restart, or every page that is open at that moment would lose its form tokens. In a shared database the storage
        // keeps them, so that what one console gave out is good at the next.
        var protection = services.AddDataProtection().SetApplicationName("ByokConsole");
        if (options.Database is null)
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.ModeFolder, "keys")));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SameSite = SameSiteMode.Strict);

        // A name that an attacker's DNS points at this machine reaches our port, but not our answers.
        return services.Configure<HostFilteringOptions>(filter =>
        {
            filter.AllowedHosts = [.. ListenAddresses.OwnHosts];
            filter.AllowEmptyHosts = false;
        });
    }

    /// <summary>
    /// Pages only shrink to a third when compressed. Not over HTTPS (the default): there a reader of the wire could learn secrets from
    /// lengths; over plain HTTP there is nothing left to guess, and the wire is this machine's loopback.
    /// </summary>
    private static IServiceCollection AddCompression(this IServiceCollection services)
        => services
            .AddResponseCompression(compression => compression.EnableForHttps = false)
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
}
