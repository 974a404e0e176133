using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>What happens to the key of a running cluster, and what a person sees of it, without asking.</summary>
public sealed class KeyHealthJourney(BrowserFixture browser) : IAsyncLifetime
{
    private const string Environment = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";
    private const string Name = "payments-staging";
    private const string Registration = "cck-st4g1";
    private const string Reader = "21090545-7ca7-4776-b22c-e363652d74d2";
    private static readonly KeyEntry Key = KeyEntry.Of("kv-orders-weu", "staging-cmk");

    /// <summary>Each test hurts the seeded key in another way, so each has a world of its own.</summary>
    private ConsoleFixture? _console;

    private ConsoleFixture Console => _console!;

    public async ValueTask InitializeAsync() => _console = await ConsoleFixture.StartAsync("--KeyHealth:Interval", "00:00:10");

    public async ValueTask DisposeAsync() => await Console.DisposeAsync();

    [Fact]
    public async Task A_Disabled_Key_Is_Seen_On_Every_Page_Within_One_Sweep_And_Heals_When_It_Is_Enabled() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var key = await OpenHealthyKeyAsync(page);

        await SetEnabledAsync(sandbox, false);
        await Expect(key.Findings.Filter(new() { HasText = "→ disabled" })).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "a broken key");
        await EveryPageSaysAsync(page, "Broken");
        await Expect(page.GetByText($"The key of {Name} needs you today.")).ToBeVisibleAsync();

        await SetEnabledAsync(sandbox, true);
        await EveryPageSaysAsync(page, "Healthy");
        await Expect(page.GetByText($"The key of {Name} needs you today.")).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task A_Rotation_By_Policy_Is_In_Order_And_One_By_Hand_Is_A_Finding() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var key = await OpenHealthyKeyAsync(page);

        await sandbox.AdvanceAsync(TimeSpan.FromDays(520));
        await Expect(key.Versions).ToHaveCountAsync(2);
        await Expect(key.Standing("Healthy")).ToBeVisibleAsync();

        await sandbox.DoInVaultAsync(HttpMethod.Post, $"{Key.KeyIdentifier}/rotate");
        await Expect(key.Findings.Filter(new() { HasText = "one by hand" })).ToBeVisibleAsync();
        await Expect(key.Standing("Warning")).ToBeVisibleAsync();
        await Expect(key.Versions).ToHaveCountAsync(3);
    });

    [Fact]
    public async Task A_Role_That_Was_Removed_Is_A_Finding_Of_Its_Own_And_Is_Put_Back() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var key = await OpenHealthyKeyAsync(page);

        await sandbox.RemoveRoleAsync(Key.VaultResourceId, Reader);
        await Expect(key.Findings.Filter(new() { HasText = "lacks Key Vault Reader" })).ToBeVisibleAsync();
        var dialog = await key.AskToRestoreAsync();
        await Expect(dialog).ToContainTextAsync("Key Vault Reader");
        await PageAudit.NothingIsFoundAsync(page, "who removed the role");
        var run = await key.PutBackAsync();
        await run.KeyLink.ClickAsync();

        await Expect(key.Findings.Filter(new() { HasText = "one role → vault scope" })).ToBeVisibleAsync();
        await Expect(key.RestoreButton).ToHaveCountAsync(0);
        await Expect(key.Standing("Healthy")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task An_Older_Version_That_Still_Wraps_Data_Must_Not_Be_Disabled() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var key = await OpenHealthyKeyAsync(page);
        var first = (await sandbox.DoInVaultAsync(HttpMethod.Get, Key.KeyIdentifier))!["key"]!["kid"]!.GetValue<string>();
        await sandbox.AdvanceAsync(TimeSpan.FromDays(520));
        await Expect(key.Versions).ToHaveCountAsync(2);

        await sandbox.DoInVaultAsync(HttpMethod.Patch, first, new JsonObject { ["attributes"] = new JsonObject { ["enabled"] = false } });

        await Expect(key.Findings.Filter(new() { HasText = "1 disabled" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Disabled, and needed")).ToBeVisibleAsync();
        await Expect(key.Standing("Broken")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task A_Closed_Firewall_Is_Told_Apart_From_A_Missing_Role() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var key = await OpenHealthyKeyAsync(page);

        await sandbox.DoAsync(HttpMethod.Patch, "vaults/kv-orders-weu", new JsonObject
        {
            ["networkAcls"] = new JsonObject { ["defaultAction"] = "Deny", ["bypass"] = "None" },
        });

        await Expect(key.Findings.Filter(new() { HasText = "→ kept out" })).ToBeVisibleAsync();
        await Expect(key.Findings.Filter(new() { HasText = "Both roles assigned" })).ToHaveCountAsync(0);
        await Expect(key.RestoreButton).ToHaveCountAsync(0);
        await Expect(key.Standing("Broken")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task A_Key_Is_Renamed_And_Kept_While_A_Cluster_Needs_It() => await browser.InPageAsync(async page =>
    {
        var key = await OpenHealthyKeyAsync(page);
        await key.RenameAsync("payments (staging)");
        await Expect(key.Heading).ToHaveTextAsync("payments (staging)");

        var dialog = await key.AskToDeleteAsync();
        await Expect(dialog).ToContainTextAsync($"It serves {Name} ({Cluster}). Delete that cluster first");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Delete registration" })).ToHaveCountAsync(0);
        await PageAudit.NothingIsFoundOnDialogAsync(page, "Keep it");
    });

    private async Task<KeyOverviewPage> OpenHealthyKeyAsync(IPage page)
    {
        var key = new KeyOverviewPage(page, Console.Address);
        await key.OpenKeyAsync(Registration);
        await Expect(key.Standing("Healthy")).ToBeVisibleAsync();
        return key;
    }

    private async Task EveryPageSaysAsync(IPage page, string word)
    {
        var keys = new KeysPage(page, Console.Address);
        await keys.OpenAsync();
        await Expect(keys.Row("staging-cmk")).ToContainTextAsync(word);
        var clusters = new ClustersPage(page, Console.Address);
        await clusters.OpenEnvironmentAsync(Environment);
        await Expect(clusters.Row(Name)).ToContainTextAsync(word);
        var overview = new ClusterOverviewPage(page, Console.Address);
        await overview.OpenClusterAsync(Environment, Cluster);
        await Expect(overview.KeyStanding(word)).ToBeVisibleAsync();
    }

    private static Task SetEnabledAsync(SandboxClient sandbox, bool enabled)
        => sandbox.DoAsync(HttpMethod.Patch, "vaults/kv-orders-weu/keys/staging-cmk", new JsonObject { ["enabled"] = enabled });
}
