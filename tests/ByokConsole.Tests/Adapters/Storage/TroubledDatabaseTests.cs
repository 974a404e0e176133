using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using ByokConsole.Tests.Core.Provisioning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ByokConsole.Tests.Adapters.Storage;

/// <summary>A disk that is full, a file that cannot be written, a file that another program holds: nothing that was acknowledged is lost.</summary>
public sealed class TroubledDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("byok-trouble-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StorageOptions Options => new() { DatabaseFile = Path.Combine(_folder.FullName, "console.db"), TenantId = StoredConsole.Tenant };

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_full_disk_refuses_with_its_reason_and_keeps_all_that_it_took_and_takes_more_once_there_is_room()
    {
        var disk = new SmallDisk();
        await using var services = await StartAsync(builder => builder.AddInterceptors(disk));
        var drafts = services.GetRequiredService<IDraftStore>();
        List<string> taken = [];
        async Task AddAsync()
        {
            var draft = CompleteDraft.Of($"d-{taken.Count}", DateTimeOffset.UtcNow);
            await drafts.AddAsync(draft, Token);
            taken.Add(draft.Id);
        }

        await AddAsync();
        disk.IsFull = true;
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (taken.Count < 1000)
                await AddAsync();
        });
        Assert.Equal("The disk that holds the console's database is full.", DatabaseTrouble.Of(refused)?.What);

        disk.IsFull = false;
        await AddAsync();

        foreach (var id in taken)
            Assert.NotNull(await drafts.FindAsync(id, Token));
        await using var context = StoredConsole.Context(services);
        Assert.Equal(taken.Count, await context.Drafts.CountAsync(Token));
        Assert.Equal("ok", await context.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Token));
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_keeps_the_console_from_starting_and_says_why()
    {
        await using (await StartAsync())
        {
        }

        var readOnly = new SqliteConnectionStringBuilder { DataSource = Options.DatabaseFile, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => StartAsync(builder => builder.UseSqlite(readOnly)));

        Assert.Contains("can be read and not written", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Options.DatabaseFile, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_waits_for_another_program_that_holds_the_file_and_then_writes()
    {
        await using var services = await StartAsync();
        await using var other = new SqliteConnection(Options.ConnectionString);
        await other.OpenAsync(Token);
        await using var holding = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Token);
        await using var command = other.CreateCommand();
        command.CommandText = "DELETE FROM bindings";
        await command.ExecuteNonQueryAsync(Token);

        var adding = Task.Run(() => services.GetRequiredService<IDraftStore>().AddAsync(CompleteDraft.Of("d-1", DateTimeOffset.UtcNow), Token), Token);
        Assert.False(adding.IsCompleted);
        await holding.CommitAsync(Token);
        await adding;

        Assert.NotNull(await services.GetRequiredService<IDraftStore>().FindAsync("d-1", Token));
    }

    private async Task<ServiceProvider> StartAsync(Action<DbContextOptionsBuilder>? configure = null)
    {
        var services = new ServiceCollection().AddLogging().AddStorage(Options);
        if (configure is not null)
            services.ConfigureDbContext<ConsoleDbContext>(configure);
        var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(Token);
        return provider;
    }
}
