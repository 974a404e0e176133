using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters.Storage;

/// <summary>The storage alone, on a database of its own: a file, or one of this server.</summary>
internal sealed class StoredConsole(PostgreSqlServer? server = null) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("byok-storage-");
    private readonly List<ServiceProvider> _started = [];

    public static Guid Tenant { get; } = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");

    /// <summary>The usual ones, known from the first start on.</summary>
    public StorageOptions Options { get; private set; } = null!;

    /// <summary>Who is told of changes: nobody, unless a test says so before the start.</summary>
    public WebhookOptions Webhook { get; set; } = WebhookOptions.Off;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    /// <summary>How many consoles run on the database.</summary>
    public int Started => _started.Count;

    /// <summary>Makes the database, empty as it is, before a console starts on it.</summary>
    public async Task PrepareAsync() => Options ??= await NewAsync();

    /// <summary>Starts a console on the database, with these options or the usual ones.</summary>
    public async Task<IServiceProvider> StartAsync(StorageOptions? options = null)
    {
        await PrepareAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Webhook)
            .AddStorage(options ?? Options).BuildServiceProvider();
        lock (_started)
            _started.Add(services);
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
        return services;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _started)
        {
            foreach (var service in services.GetServices<IHostedService>())
                await service.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<StorageOptions> NewAsync() => new()
    {
        DatabaseFile = Path.Combine(_folder.FullName, "console.db"),
        Shared = server is null ? null : await server.CreateSharedAsync(_folder.FullName),
        TenantId = Tenant,
    };

    public static ConsoleDbContext Context(IServiceProvider services)
        => services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();
}
