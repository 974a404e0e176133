using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using ByokConsole.Tests.Adapters.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>A database that several consoles share: how they start on it, what keeps one of them out, and what no copy of it tells.</summary>
public sealed class SharedDatabaseTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consoles_That_Start_At_Once_On_An_Empty_Database_All_Start()
    {
        await using var console = new StoredConsole(server);
        await console.PrepareAsync();

        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => console.StartAsync())));

        await using var context = StoredConsole.Context(started[0]);
        Assert.Equal(StoredConsole.Tenant, (await context.Stamps.SingleAsync(Token)).TenantId);
        Assert.All(started, services => Assert.NotNull(services.GetRequiredService<IRunStore>()));
    }

    [Fact]
    public async Task No_Console_Makes_A_Seal_While_Another_One_Is_Starting()
    {
        await using var console = new StoredConsole(server);
        await console.PrepareAsync();
        Task<IServiceProvider>? second = null;

        await new StartLock(console.Options).AloneAsync(
            async _ =>
            {
                second = Task.Run(() => console.StartAsync(), Token);
                await UntilSomebodyWaitsAsync(console.Options);
                Assert.False(File.Exists(console.Options.Shared!.SealFile));
            },
            Token);

        await second!;
        Assert.True(File.Exists(console.Options.Shared!.SealFile));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port={port};Database=no_such;Username=console;Password={password}", "has no database of this name. Make it (createdb no_such)")]
    [InlineData("Host=127.0.0.1;Port={port};Database=postgres;Username=console;Password=a-wrong-one-of-the-test", "does not let this user in")]
    [InlineData("Host=127.0.0.1;Port=9;Database=byok;Username=console;Password={password}", "nobody answers at 127.0.0.1:9 (ConnectionRefused)")]
    public async Task A_Database_That_Cannot_Be_Used_Is_Told_With_The_Reason_And_Without_The_Password(string text, string told)
    {
        await using var console = new StoredConsole(server);
        await console.PrepareAsync();
        var filled = text.Replace("{port}", $"{server.Port}", StringComparison.Ordinal)
            .Replace("{password}", PostgreSqlServer.Password, StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(
            () => console.StartAsync(console.Options with { Shared = SharedDatabases.Read(filled, Path.GetTempPath()) }));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-one-of-the-test", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=localhost;Password=do-not-say-this")]
    [InlineData("Database=byok;Password=do-not-say-this")]
    [InlineData("postgresql://byok:do-not-say-this@localhost/byok")]
    [InlineData("Host=localhost;Database=byok;Port=do-not-say-this")]
    [InlineData("Host=localhost;Database=byok;do-not-say-this=1")]
    public void A_Wrong_Connection_String_Is_Never_Repeated(string text)
    {
        Assert.False(SharedDatabase.TryParse(text, "seal", out _, out var problem));

        Assert.DoesNotContain("do-not-say-this", problem, StringComparison.Ordinal);
        Assert.Contains(SharedDatabase.Example, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Database_Says_Where_It_Is_And_Not_How_One_Gets_In()
    {
        var shared = SharedDatabases.Read("Host=db.internal;Database=byok;Username=byok;Password=do-not-say-this", Path.GetTempPath());
        var options = new StorageOptions { DatabaseFile = "console.db", Shared = shared, TenantId = StoredConsole.Tenant };

        Assert.Equal("byok at db.internal:5432", shared.ToString());
        Assert.DoesNotContain("do-not-say-this", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_One_Console_Protects_The_Other_Reads_And_The_Database_Holds_No_Key_In_The_Clear()
    {
        await using var console = new StoredConsole(server);
        var (one, other) = (await console.StartAsync(), await console.StartAsync());

        var cookie = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("a page").Protect("a form");

        Assert.Equal("a form", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("a page").Unprotect(cookie));
        await using var context = (PostgreSqlDbContext)StoredConsole.Context(one);
        var key = Assert.Single(await context.DataProtectionKeys.ToListAsync(Token));
        Assert.Contains("<sealed by=", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Console_With_Another_Seal_Is_Refused_Before_It_Makes_Keys_Of_Its_Own()
    {
        await using var console = new StoredConsole(server);
        var first = await console.StartAsync();
        first.GetRequiredService<IDataProtectionProvider>().CreateProtector("a page").Protect("a form");
        var elsewhere = Directory.CreateTempSubdirectory("byok-seal-");
        await using var context = (PostgreSqlDbContext)StoredConsole.Context(first);
        var same = SharedDatabases.Read(server.To(context.Database.GetDbConnection().Database), elsewhere.FullName);

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(() => console.StartAsync(console.Options with { Shared = same }));

        Assert.Contains("Protection:SealFile", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await context.DataProtectionKeys.ToListAsync(Token));
        elsewhere.Delete(recursive: true);
    }

    /// <summary>Returns when somebody asked this database for a lock that another holds.</summary>
    private static async Task UntilSomebodyWaitsAsync(StorageOptions options)
    {
        await using var source = NpgsqlDataSource.Create(options.ConnectionString);
        await using var waiting = source.CreateCommand(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
            + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))");
        await Poll.UntilAsync(async () => (bool)(await waiting.ExecuteScalarAsync(Token))!);
    }
}
