using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The way out, in a real browser: from a cluster with clients to the evidence, on the clouds' moved clock.</summary>
public sealed class RevocationJourney(BrowserFixture browser) : IAsyncLifetime
{
    private const string Environment = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";
    private const string Name = "payments-staging";
    private const string Key = "staging-cmk";

    /// <summary>Each test takes the seeded cluster away, so each has a world of its own.</summary>
    private readonly ConsoleFixture _console = new();

    public ValueTask InitializeAsync() => _console.InitializeAsync();

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Person_Revokes_Access_Over_A_Kill_From_Two_Browsers_And_Holds_The_Evidence(bool isStated)
    {
        await browser.InPageAsync(page => StopClientsAsync(page, isStated));
        await _console.Process.KillAndRestartAsync();
        await browser.InPageAsync(TakeAwayAsync);
    }

    [Fact]
    public async Task From_A_Stale_Page_A_Key_That_Serves_Another_Cluster_By_Now_Cannot_Be_Deleted()
        => await browser.InPageAsync(async page =>
    {
        using var sandbox = _console.Sandbox;
        var revoke = new RevokeKeyPage(page, _console.Address);
        await revoke.OpenClusterAsync(Environment, Cluster);
        await revoke.StartAsync();
        await revoke.AgreeToPlanAsync();
        await revoke.StateStoppedAsync("Every client was stopped by hand.");
        await revoke.PartAsync("Delete cluster");
        await revoke.DeleteClusterAsync(Name);
        await revoke.PartAsync("Vault key");

        // The page stands open for days; the key is released, and a colleague makes another cluster with it.
        await sandbox.AdvanceAsync(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
        await sandbox.CreateClusterElsewhereAsync("env-9kx2v", "orders-prod", "westeurope", "cck-st4g1");
        await revoke.DeleteKeyAsync(Key);

        await Expect(revoke.Said("uses the same vault key").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(revoke.KeyTouches).ToHaveCountAsync(0);
        await PageAudit.NothingIsFoundAsync(page, "a key in use elsewhere");
        await revoke.LeaveKeyAsync();
        await revoke.PartAsync("Remove grants");
    });

    [Fact]
    public async Task A_Cluster_Is_Deleted_Plainly_And_Its_Key_Stays() => await browser.InPageAsync(async page =>
    {
        using var sandbox = _console.Sandbox;
        var deletion = new DeleteClusterPage(page, _console.Address);
        await deletion.OpenClusterAsync(Environment, Cluster);

        await deletion.DeleteAsync(Name);

        await Expect(deletion.Heading).ToHaveTextAsync($"Deleted {Name}", new() { Timeout = 60_000 });
        await PageAudit.NothingIsFoundAsync(page, "a deleted cluster's run");
        Assert.Empty(await sandbox.ClustersAsync(Environment));
    });

    private async Task StopClientsAsync(IPage page, bool isStated)
    {
        using var sandbox = _console.Sandbox;
        var revoke = new RevokeKeyPage(page, _console.Address);
        await revoke.ComeFromSecurityAsync(Environment, Cluster);
        await revoke.StartAsync();
        await PageAudit.NothingIsFoundAsync(page, "the plan");

        // The vault key has an address of its own, and no button there before its turn.
        await revoke.OpenClusterAsync(Environment, Cluster, "vault-key");
        await Expect(revoke.Said("Nothing can be done here before that")).ToBeVisibleAsync();
        await Expect(revoke.KeyTouches).ToHaveCountAsync(0);
        await PageAudit.NothingIsFoundAsync(page, "the vault key before its turn");

        await revoke.OpenClusterAsync(Environment, Cluster);
        await revoke.AgreeToPlanAsync();
        await Expect(revoke.Said("12 still connected")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(revoke.Chart).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "the clients");
        if (isStated)
            await revoke.StateStoppedAsync("The monitoring is down; every client was stopped by hand.");
        else
            await DisconnectAsync(sandbox);
        await revoke.PartAsync("Delete cluster");
    }

    private async Task TakeAwayAsync(IPage page)
    {
        using var sandbox = _console.Sandbox;
        var revoke = new RevokeKeyPage(page, _console.Address);
        await revoke.OpenClusterAsync(Environment, Cluster);
        await PageAudit.NothingIsFoundAsync(page, "the cluster to delete");
        await revoke.DeleteClusterAsync(Name);
        await revoke.PartAsync("Vault key");
        await PageAudit.NothingIsFoundAsync(page, "the vault key");
        Assert.Empty(await sandbox.ClustersAsync(Environment));

        await revoke.DeleteKeyAsync(Key);
        await revoke.PartAsync("Remove grants");
        await PageAudit.NothingIsFoundAsync(page, "the grants");
        await revoke.RemoveGrantsAsync();
        await Expect(revoke.Said("to go")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await PageAudit.NothingIsFoundAsync(page, "the release");
        Assert.StartsWith("release-run-", await revoke.DownloadAsync("Calendar file"), StringComparison.Ordinal);

        await sandbox.AdvanceAsync(TimeSpan.FromDays(5));
        await revoke.PartAsync("Evidence");
        await Expect(revoke.Said("Deleted registration cck-st4g1").First).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "the evidence");
        var report = await revoke.DownloadAsync("Markdown");
        foreach (var deed in (string[])["evidence-run-", $"Deleted cluster {Cluster}", "Deleted vault key", "Removed role assignment",
            "Deleted registration cck-st4g1"])
            Assert.Contains(deed, report, StringComparison.Ordinal);
    }

    private static async Task DisconnectAsync(SandboxClient sandbox)
    {
        await sandbox.DoAsync(HttpMethod.Put, $"connections/{Cluster}", new JsonObject { ["count"] = 0 });
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(25));
    }
}
