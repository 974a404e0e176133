using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Core.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Tests.Adapters.Storage.FirstSchema;

/// <summary>A journal that a console of the first schema wrote goes on under the newest one.</summary>
public sealed class FirstSchemaTests
{
    private const string Interrupted = FirstSchemaJournal.Interrupted;
    private const string Registration = "cck-q26y29";

    private static readonly DateTimeOffset Stopped = new(2026, 11, 30, 6, 18, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_had_asked_for_a_cluster_finds_it_or_asks_again_and_there_is_one(bool wasMade)
    {
        await using var bench = await Bench.StartAsync(FirstSchemaJournal.WriteAsync);
        bench.Clock.SetUtcNow(Stopped);
        bench.Cloud.Registrations.Add(bench.Cloud.Registrations.Single() with { Id = Registration, Key = KeyIdentifier.Parse(Bench.KeyText) });
        if (wasMade)
            bench.Cloud.Clusters.Add(AsAsked(bench.Cloud.Now));

        var run = await bench.WorkAsync(Interrupted);

        Assert.Equal((RunState.Succeeded, Registration), (run.State, Assert.Single(bench.Cloud.Clusters).KeyRegistrationId));
        Assert.Equal((run.Facts.ClusterId, wasMade ? 0 : 1), (bench.Cloud.Clusters[0].Id, bench.Cloud.Posts));
        Assert.Equal(
            [(RunKind.CreateCluster, RunState.Succeeded), (RunKind.GrantAccess, RunState.Succeeded), (RunKind.RegisterKey, RunState.Succeeded)],
            (await bench.Runs.ListAsync(null, Token)).Select(one => (one.Kind, one.State)));
    }

    [Fact]
    public async Task Everything_that_was_kept_is_there_under_the_newest_schema()
    {
        await using var bench = await Bench.StartAsync(FirstSchemaJournal.WriteAsync);

        var draft = await bench.Drafts.FindAsync("d-9rbg3z22", Token);
        Assert.Equal(("orders-prod", Registration, Interrupted), (draft!.DisplayName, draft.RegistrationId, draft.ActiveRunId));
        Assert.Equal(
            ["Azure applies role assignments within minutes, seldom up to 30. Confluent says INVALID. Nothing for you to do.", "All 15 checks still hold.",
                "Asking Confluent Cloud for orders-prod."],
            (await bench.Runs.EventsAsync(Interrupted, 0, Token)).Select(entry => entry.Text));
        await using var context = Context(bench.Storage);
        Assert.Equal(5, await context.AuditEntries.CountAsync(Token));
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
    }

    private static KafkaCluster AsAsked(DateTimeOffset now) => new()
    {
        Id = "lkc-first",
        EnvironmentId = Bench.Environment,
        DisplayName = "orders-prod",
        Type = "Dedicated",
        Cloud = "AZURE",
        Region = "eastus",
        AvailabilityText = "LOW",
        Cku = 1,
        Phase = "PROVISIONING",
        KeyRegistrationId = Registration,
        CreatedAt = now,
    };

    private static ConsoleDbContext Context(StorageOptions storage)
        => new(new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite(storage.ConnectionString).Options);
}
