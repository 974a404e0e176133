using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.Adapters.Storage.FirstSchema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>What a console kept in its file is in PostgreSQL afterwards, and can no longer be taken up from the file.</summary>
public sealed class DatabaseMoveTests(PostgreSqlServer server)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 7, 0, 0, TimeSpan.FromHours(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_of_every_table_is_carried_over_and_new_ones_are_numbered_after_them()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await target.PrepareAsync();

        var carried = await MoveAsync(file, target);

        Assert.Equal(
            [("audit_entries", 5), ("bindings", 1), ("drafts", 1), ("idempotent_requests", 1), ("key_health", 1), ("key_health_changes", 1),
                ("notifications", 1), ("run_events", 15), ("run_steps", 12), ("runs", 3)],
            carried.OrderBy(table => table.Table, StringComparer.Ordinal));
        await using var context = StoredConsole.Context(await target.StartAsync());
        Assert.All(carried, table => Assert.True(table.Rows > 0, $"{table.Table} was empty."));
        Assert.Equal(3, await context.Runs.CountAsync(Token));
        Assert.Equal(Now, (await context.HealthChanges.SingleAsync(Token)).SeenAt);
        context.AuditEntries.Add(new AuditRow { At = Now.ToUniversalTime(), Who = "somebody", What = "something", Subject = "d-1" });
        await context.SaveChangesAsync(Token);
        Assert.Equal(6, await context.AuditEntries.MaxAsync(entry => entry.Id, Token));
    }

    [Fact]
    public async Task No_table_is_forgotten()
    {
        await using var console = new StoredConsole();
        await using var context = StoredConsole.Context(await console.StartAsync());

        Assert.Equal(
            context.Model.GetEntityTypes().Select(type => type.ClrType).Except([typeof(StampRow)]).Select(type => type.Name).Order(),
            DatabaseMove.Carried.Select(type => type.Name).Order());
    }

    [Fact]
    public async Task The_interrupted_run_is_found_as_it_was()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await target.PrepareAsync();
        await MoveAsync(file, target);

        var run = await (await target.StartAsync()).GetRequiredService<IRunStore>().FindAsync(FirstSchemaJournal.Interrupted, Token);

        Assert.Equal(("orders-prod", "CreateCluster", true), (run!.Subject, run.Steps[1].Name, run.Steps[1].IntentAt is not null));
    }

    [Fact]
    public async Task The_database_still_belongs_to_the_files_sandbox()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await file.StartAsync(file.Options with { World = "AAAA" });
        SqliteConnection.ClearAllPools();
        await target.PrepareAsync();
        await MoveAsync(file, target);

        await Assert.ThrowsAsync<DatabaseStampException>(() => target.StartAsync(target.Options with { World = "BBBB" }));
        await target.StartAsync(target.Options with { World = "AAAA" });
    }

    [Fact]
    public async Task The_file_is_set_aside_and_no_console_starts_a_new_one_in_its_place()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await target.PrepareAsync();
        await MoveAsync(file, target);

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => file.StartAsync());

        Assert.Contains("was moved to PostgreSQL", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Options.DatabaseFile));
    }

    [Fact]
    public async Task A_move_that_was_cut_off_before_its_end_is_done_again()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await target.PrepareAsync();
        // As after a kill between the file's being set aside and the commit.
        SqliteConnection.ClearAllPools();
        File.Move(file.Options.DatabaseFile, file.Options.DatabaseFile + ".moved");

        Assert.Contains(("runs", 3), await MoveAsync(file, target));
    }

    [Fact]
    public async Task A_database_that_holds_something_already_is_left_alone()
    {
        await using var file = new StoredConsole();
        await using var target = new StoredConsole(server);
        await WriteAsync(file);
        await using (var context = StoredConsole.Context(await target.StartAsync()))
        {
            context.AuditEntries.Add(new AuditRow { At = Now.ToUniversalTime(), Who = "somebody", What = "something", Subject = "d-1" });
            await context.SaveChangesAsync(Token);
        }

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => MoveAsync(file, target));

        Assert.Contains("holds a console's data already", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(file.Options.DatabaseFile));
    }

    private static Task<IReadOnlyList<(string Table, int Rows)>> MoveAsync(StoredConsole file, StoredConsole target)
        => new DatabaseMove(file.Options.DatabaseFile, target.Options.Shared!, TimeProvider.System).RunAsync(Token);

    /// <summary>The first schema's journal, brought up to date, and a row of every table that came later.</summary>
    private static async Task WriteAsync(StoredConsole file)
    {
        await file.PrepareAsync();
        await FirstSchemaJournal.WriteAsync(file.Options);
        await using var context = StoredConsole.Context(await file.StartAsync());
        context.Bindings.Add(new BindingRow
        {
            RegistrationId = "cck-1", ClusterId = "lkc-1", EnvironmentId = "env-1", KeyIdentifier = "https://kv-a.vault.azure.net/keys/k", From = Now,
        });
        context.KeyHealth.Add(new KeyHealthRow
        {
            RegistrationId = "cck-1", Report = new KeyHealthReport { RegistrationId = "cck-1", CheckedAt = Now, Results = [] },
        });
        context.Notifications.Add(new NotificationRow
        {
            Change = new HealthChangeRow
            {
                RegistrationId = "cck-1", Check = CheckName.KeyUsable, To = CheckState.Fail, Explanation = "The key is disabled.", SeenAt = Now,
            },
            NextAttemptAt = Now,
        });
        context.IdempotentRequests.Add(new IdempotentRequestRow { Id = "one", Content = "{}", SentAt = Now, CloudTime = Now });
        await context.SaveChangesAsync(Token);
        SqliteConnection.ClearAllPools();
    }
}
