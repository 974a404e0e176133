using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Storage;

public class DraftStoreTests
{
    private readonly PostgreSqlServer? _server;

    public DraftStoreTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected DraftStoreTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_typed_comes_back()
    {
        await using var console = new StoredConsole(_server);
        var drafts = (await console.StartAsync()).GetRequiredService<IDraftStore>();
        var draft = Draft("d-1", console.Clock.GetUtcNow());
        draft.Reached = DraftStep.Security;
        (draft.ClusterType, draft.Cku, draft.Region, draft.Availability) = (ClusterType.Dedicated, null, "eastus", Availability.MultiZone);
        (draft.Networking, draft.NetworkId) = (NetworkKind.PrivateLink, "n-1");
        (draft.Encryption, draft.KeySource) = (EncryptionMode.SelfManaged, KeySource.UseExisting);
        (draft.VaultResourceId, draft.KeyIdentifier, draft.TenantId) = (" half a res", "'; DROP TABLE drafts;--", "ü\n");
        (draft.MaterialGenerated, draft.RegistrationId, draft.RegistrationMadeHere, draft.ApplicationId) = (true, "cck-1", true, Guid.NewGuid());
        draft.DisplayName = "orders";
        await drafts.AddAsync(draft, Token);

        var found = (await drafts.FindAsync("d-1", Token))!;

        Assert.Equivalent(draft, found, strict: true);
        Assert.Null(await drafts.FindAsync("d-2", Token));
    }

    [Fact]
    public async Task Of_two_tabs_the_one_that_saves_second_is_told()
    {
        await using var console = new StoredConsole(_server);
        var drafts = (await console.StartAsync()).GetRequiredService<IDraftStore>();
        await drafts.AddAsync(Draft("d-1", console.Clock.GetUtcNow()), Token);
        var one = (await drafts.FindAsync("d-1", Token))!;
        var two = (await drafts.FindAsync("d-1", Token))!;
        (one.DisplayName, two.DisplayName) = ("one", "two");

        Assert.True(await drafts.TrySaveAsync(one, Token));
        Assert.False(await drafts.TrySaveAsync(two, Token));

        Assert.Equal((1, 0), (one.Revision, two.Revision));
        Assert.Equal("one", (await drafts.FindAsync("d-1", Token))!.DisplayName);
        one.DisplayName = "one again";
        Assert.True(await drafts.TrySaveAsync(one, Token));
    }

    [Fact]
    public async Task A_draft_that_is_gone_is_not_saved()
    {
        await using var console = new StoredConsole(_server);
        var drafts = (await console.StartAsync()).GetRequiredService<IDraftStore>();
        var draft = Draft("d-1", console.Clock.GetUtcNow());
        await drafts.AddAsync(draft, Token);
        await drafts.DeleteAsync("d-1", Token);
        await drafts.DeleteAsync("d-1", Token);

        Assert.False(await drafts.TrySaveAsync(draft, Token));
        Assert.Null(await drafts.FindAsync("d-1", Token));
    }

    [Fact]
    public async Task An_environments_drafts_are_listed_with_the_newest_save_first()
    {
        await using var console = new StoredConsole(_server);
        var drafts = (await console.StartAsync()).GetRequiredService<IDraftStore>();
        foreach (var (id, minutes) in new[] { ("d-old", 1), ("d-new", 600), ("d-middle", 59) })
            Assert.True(await SaveAsync(drafts, Draft(id, console.Clock.GetUtcNow().AddMinutes(minutes))));
        await drafts.AddAsync(Draft("d-untouched", console.Clock.GetUtcNow()), Token);
        await drafts.AddAsync(Draft("d-elsewhere", console.Clock.GetUtcNow(), "env-2"), Token);

        Assert.Equal(["d-new", "d-middle", "d-old"], (await drafts.ListAsync("env-1", Token)).Select(draft => draft.Id));
    }

    [Fact]
    public async Task Which_runs_a_draft_has_is_what_the_journal_says_whatever_a_page_writes()
    {
        await using var console = new StoredConsole(_server);
        var services = await console.StartAsync();
        var (drafts, runs) = (services.GetRequiredService<IDraftStore>(), services.GetRequiredService<IRunStore>());
        var draft = Draft("d-1", console.Clock.GetUtcNow());
        (draft.ActiveRunId, draft.LastLaunchRunId) = ("run-never-stored", "run-never-stored");
        await drafts.AddAsync(draft, Token);
        Assert.Null((await drafts.FindAsync("d-1", Token))!.ActiveRunId);
        await runs.AddOrGetAsync(
            new Run
            {
                Id = "run-1",
                Kind = RunKind.CreateCluster,
                Subject = "orders",
                EnvironmentId = "env-1",
                DraftId = "d-1",
                StartedBy = "local operator",
                CreatedAt = console.Clock.GetUtcNow(),
                Input = new RunInput(),
                Steps = [new RunStepRecord { Name = "RecheckKey" }],
            },
            "key",
            Token);

        Assert.True(await drafts.TrySaveAsync(draft, Token));
        var listed = Assert.Single(await drafts.ListAsync("env-1", Token));

        Assert.Equal(("run-1", "run-1"), (listed.ActiveRunId, listed.LastLaunchRunId));
        Assert.Equal("run-1", (await drafts.FindAsync("d-1", Token))!.ActiveRunId);
    }

    [Fact]
    public async Task Only_drafts_in_which_nothing_was_entered_are_swept_away()
    {
        await using var console = new StoredConsole(_server);
        var drafts = (await console.StartAsync()).GetRequiredService<IDraftStore>();
        var now = console.Clock.GetUtcNow();
        await drafts.AddAsync(Draft("d-old", now.AddDays(-1)), Token);
        await drafts.AddAsync(Draft("d-young", now), Token);
        Assert.True(await SaveAsync(drafts, Draft("d-entered", now.AddDays(-1))));

        await drafts.DeleteUntouchedAsync(now, Token);

        Assert.Null(await drafts.FindAsync("d-old", Token));
        Assert.NotNull(await drafts.FindAsync("d-young", Token));
        Assert.NotNull(await drafts.FindAsync("d-entered", Token));
    }

    private static async Task<bool> SaveAsync(IDraftStore drafts, ClusterDraft draft)
    {
        await drafts.AddAsync(draft, Token);
        return await drafts.TrySaveAsync(draft, Token);
    }

    private static ClusterDraft Draft(string id, DateTimeOffset savedAt, string environment = "env-1")
        => new() { Id = id, EnvironmentId = environment, Owner = "local operator", CreatedAt = savedAt, SavedAt = savedAt };
}
