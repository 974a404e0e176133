using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Storage;

/// <summary>A report replaces the one before; changes are added, never altered, and each is owed a notification from the same moment.</summary>
public class KeyHealthStoreTests
{
    private readonly PostgreSqlServer? _server;

    public KeyHealthStoreTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected KeyHealthStoreTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_comes_back_as_it_was_written_and_replaces_the_one_before()
    {
        await using var console = new StoredConsole(_server);
        var store = (await console.StartAsync()).GetRequiredService<IKeyHealthStore>();
        var report = Report(console, CheckState.Fail);
        await store.RecordAsync(Report(console, CheckState.Pass), [], Token);

        await store.RecordAsync(report, [], Token);

        var found = Assert.Single(await store.ListAsync(Token));
        Assert.Equal(report with { Results = found.Results }, found);
        var (expected, result) = (Assert.Single(report.Results), Assert.Single(found.Results));
        Assert.Equal(expected with { Fields = result.Fields, Remedies = result.Remedies }, result);
        Assert.Equal(expected.Fields, result.Fields);
        Assert.Equal(expected.Remedies, result.Remedies);
        Assert.Equal(KeyStanding.Broken, found.Standing);
    }

    [Fact]
    public async Task Without_a_webhook_nothing_is_owed_to_anybody()
    {
        await using var console = new StoredConsole(_server);
        var services = await console.StartAsync();
        var bad = Report(console, CheckState.Fail);

        await services.GetRequiredService<IKeyHealthStore>().RecordAsync(bad, HealthComparison.Changes(null, bad), Token);

        Assert.Single(await services.GetRequiredService<IKeyHealthStore>().ChangesAsync(null, 10, Token));
        await using var context = StoredConsole.Context(services);
        Assert.Empty(await context.Notifications.ToListAsync(Token));
    }

    [Fact]
    public async Task Changes_are_kept_newest_first_and_each_is_owed_a_notification()
    {
        await using var console = new StoredConsole(_server) { Webhook = new WebhookOptions(new Uri("https://alerts.example.com"), "0123456789abcdef", false) };
        var services = await console.StartAsync();
        var store = services.GetRequiredService<IKeyHealthStore>();
        var (bad, good) = (Report(console, CheckState.Fail), Report(console, CheckState.Pass));

        await store.RecordAsync(bad, HealthComparison.Changes(null, bad), Token);
        await store.RecordAsync(good, HealthComparison.Changes(bad, good), Token);

        var changes = await store.ChangesAsync("cck-1", 10, Token);
        Assert.Equal([(CheckState.Fail, CheckState.Pass), (null, CheckState.Fail)], changes.Select(change => (change.From, change.To)));
        Assert.Single(await store.ChangesAsync(null, 1, Token));
        Assert.Empty(await store.ChangesAsync("cck-2", 10, Token));
        await using var context = StoredConsole.Context(services);
        Assert.Equal(changes.Select(change => change.Id).Order(), await context.Notifications.Select(row => row.ChangeId).OrderBy(id => id).ToListAsync(Token));
    }

    [Fact]
    public async Task A_registration_that_is_gone_loses_its_report_and_keeps_its_changes()
    {
        await using var console = new StoredConsole(_server);
        var store = (await console.StartAsync()).GetRequiredService<IKeyHealthStore>();
        var report = Report(console, CheckState.Fail);
        await store.RecordAsync(report, HealthComparison.Changes(null, report), Token);

        await store.ForgetAsync("cck-1", Token);

        Assert.Null(await store.FindAsync("cck-1", Token));
        Assert.Single(await store.ChangesAsync("cck-1", 10, Token));
    }

    private static KeyHealthReport Report(StoredConsole console, CheckState state) => new()
    {
        RegistrationId = "cck-1",
        ClusterId = "lkc-1",
        EnvironmentId = "env-1",
        ClusterName = "orders-prod",
        CheckedAt = console.Clock.GetUtcNow(),
        NextDate = console.Clock.GetUtcNow().AddDays(30),
        NextEvent = NextKeyEvent.Rotation,
        Results =
        [
            new CheckResult(CheckName.KeyUsable, state, "The key is disabled.")
            {
                Observed = "disabled",
                Expected = "enabled",
                Fields = [DraftField.KeyIdentifier],
                Remedies = [new Remedy(RemedyKind.Command, "Command that enables it", "az …")],
                Since = console.Clock.GetUtcNow(),
            },
        ],
    };
}
