using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The way out, in a real browser: from a cluster with clients to the evidence, on the clouds' moved clock.</summary>
public sealed class RevocationJourney(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private const string Environment = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";
    private const string Name = "payments-staging";

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_Person_Revokes_Access_And_Holds_The_Evidence(string theme) => await console.InPageAsync(
        async page =>
        {
            using var sandbox = console.Sandbox;
            await sandbox.DoAsync(HttpMethod.Post, "reset", null);
            var revoke = new RevokeKeyPage(page, console.Address);
            await revoke.ComeFromSecurityAsync(Environment, Cluster);
            await Axe.FindsNothingAsync(page);
            await revoke.StartAsync();
            await Axe.FindsNothingAsync(page);

            // The vault key has an address of its own, and no button there before its turn.
            await revoke.OpenClusterAsync(Environment, Cluster, "vault-key");
            await Expect(revoke.Said("Nothing can be done here before that")).ToBeVisibleAsync();
            await Expect(revoke.KeyButtons).ToHaveCountAsync(0);
            await Axe.FindsNothingAsync(page);
            await revoke.OpenClusterAsync(Environment, Cluster);
            await revoke.AgreeToPlanAsync();

            await Expect(revoke.Said("12 still connected")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Expect(revoke.Chart).ToBeVisibleAsync();
            await Axe.FindsNothingAsync(page);
            await StopClientsAsync(revoke, sandbox, isStated: theme == "dark");

            await revoke.PartAsync("Delete cluster");
            await Axe.FindsNothingAsync(page);
            await console.KillAndRestartAsync();
            revoke = new RevokeKeyPage(page, console.Address);
            await revoke.OpenClusterAsync(Environment, Cluster);
            await revoke.DeleteClusterAsync(Name);
            await revoke.PartAsync("Vault key");
            await Axe.FindsNothingAsync(page);
            Assert.Empty(await sandbox.ClusterNamesAsync(Environment));

            await revoke.DeleteKeyAsync("staging-cmk");
            await revoke.PartAsync("Remove grants");
            await Axe.FindsNothingAsync(page);
            await revoke.RemoveGrantsAsync();
            await Expect(revoke.Said("to go")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Axe.FindsNothingAsync(page);
            Assert.StartsWith("release-run-", await revoke.DownloadAsync("Calendar file"), StringComparison.Ordinal);

            await AdvanceAsync(sandbox, TimeSpan.FromDays(5));
            await revoke.PartAsync("Evidence");
            await Expect(revoke.Said("Deleted registration cck-st4g1").First).ToBeVisibleAsync();
            await Axe.FindsNothingAsync(page);
            var report = await revoke.DownloadAsync("Markdown");
            Assert.StartsWith("evidence-run-", report, StringComparison.Ordinal);
            foreach (var deed in (string[])["Deleted cluster lkc-st4g1n", "Deleted vault key", "Removed role assignment", "Deleted registration cck-st4g1"])
                Assert.Contains(deed, report, StringComparison.Ordinal);
        },
        theme);

    [Fact]
    public async Task While_Another_Cluster_Uses_The_Key_It_Cannot_Be_Touched() => await console.InPageAsync(async page =>
    {
        using var sandbox = console.Sandbox;
        await sandbox.DoAsync(HttpMethod.Post, "reset", null);
        var revoke = new RevokeKeyPage(page, console.Address);
        await revoke.OpenClusterAsync(Environment, Cluster);
        await revoke.StartAsync();
        await revoke.AgreeToPlanAsync();
        await revoke.StateStoppedAsync("Every client was stopped by hand.");
        await revoke.PartAsync("Delete cluster");
        await sandbox.ShareKeyAsync("env-9kx2v", "westeurope", "cck-st4g1");
        await revoke.DeleteClusterAsync(Name);
        await revoke.PartAsync("Vault key");

        await Expect(revoke.Said("uses the same vault key").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(revoke.KeyTouches).ToHaveCountAsync(0);
        await Axe.FindsNothingAsync(page);
        await revoke.LeaveKeyAsync();
        await revoke.PartAsync("Remove grants");
    });

    private static async Task StopClientsAsync(RevokeKeyPage revoke, SandboxControl sandbox, bool isStated)
    {
        if (isStated)
        {
            await revoke.StateStoppedAsync("The monitoring is down; every client was stopped by hand.");
            return;
        }
        await sandbox.DoAsync(HttpMethod.Put, $"connections/{Cluster}", new JsonObject { ["count"] = 0 });
        await AdvanceAsync(sandbox, TimeSpan.FromMinutes(25));
    }

    private static Task AdvanceAsync(SandboxControl sandbox, TimeSpan by)
        => sandbox.DoAsync(HttpMethod.Post, "clock", new JsonObject { ["advanceSeconds"] = (long)by.TotalSeconds });
}
