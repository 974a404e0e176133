using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Tests.Adapters.Storage;

public class ConsoleDatabaseTests
{
    private readonly PostgreSqlServer? _server;

    public ConsoleDatabaseTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected ConsoleDatabaseTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_say_all_that_the_model_says()
    {
        await using var console = new StoredConsole(_server);
        await using var context = StoredConsole.Context(await console.StartAsync());

        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Token));
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_database_of_another_tenant_is_refused_and_left_as_it_was()
    {
        await using var console = new StoredConsole(_server);
        await console.StartAsync();
        var other = console.Options with { TenantId = Guid.NewGuid() };

        var refusal = await Assert.ThrowsAsync<DatabaseStampException>(() => console.StartAsync(other));

        Assert.Contains(console.Options.DatabaseName, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(StoredConsole.Tenant.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(other.TenantId.ToString(), refusal.Message, StringComparison.Ordinal);
        await console.StartAsync();
    }

    [Fact]
    public async Task A_database_of_another_sandbox_is_refused_although_tenant_and_organization_are_the_same()
    {
        await using var console = new StoredConsole(_server);
        await console.PrepareAsync();
        var (mine, other) = (console.Options with { World = "AAAA" }, console.Options with { World = "BBBB" });
        await console.StartAsync(mine);

        var refusal = await Assert.ThrowsAsync<DatabaseStampException>(() => console.StartAsync(other));

        Assert.All(
            (string[])[console.Options.DatabaseName, "AAAA", "BBBB", "Sandbox:EnvFile", "wrong world"],
            told => Assert.Contains(told, refusal.Message, StringComparison.Ordinal));
        await console.StartAsync(mine);
    }

    [Fact]
    public async Task A_database_that_knows_no_sandbox_yet_takes_the_first_one_that_comes()
    {
        await using var console = new StoredConsole(_server);
        await console.StartAsync();
        await console.StartAsync(console.Options with { World = "AAAA" });

        await Assert.ThrowsAsync<DatabaseStampException>(() => console.StartAsync(console.Options with { World = "BBBB" }));

        await using var context = StoredConsole.Context(await console.StartAsync(console.Options with { World = "AAAA" }));
        Assert.Equal("AAAA", (await context.Stamps.SingleAsync(Token)).World);
    }

    [Fact]
    public async Task Audit_entries_cannot_be_changed_or_taken_away()
    {
        await using var console = new StoredConsole(_server);
        var services = await console.StartAsync();
        await using var context = StoredConsole.Context(services);
        var entry = new AuditRow { At = console.Clock.GetUtcNow(), Who = "local operator", What = "Started", Subject = "run-1" };
        context.AuditEntries.Add(entry);
        await context.SaveChangesAsync(Token);

        context.AuditEntries.Remove(entry);

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Times_are_ordered_and_compared_by_the_database()
    {
        await using var console = new StoredConsole(_server);
        await using var context = StoredConsole.Context(await console.StartAsync());
        var noon = console.Clock.GetUtcNow();
        foreach (var minutes in (int[])[7, -90, 0, 100_000])
            context.AuditEntries.Add(new AuditRow { At = noon.AddMinutes(minutes), Who = "a", What = "b", Subject = $"{minutes}" });
        await context.SaveChangesAsync(Token);

        var since = await context.AuditEntries.Where(entry => entry.At >= noon).OrderBy(entry => entry.At).Select(entry => entry.Subject).ToListAsync(Token);

        Assert.Equal(["0", "7", "100000"], since);
    }
}
