using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// kill -9 of a real console at one step of a revocation after the other, each time with the same data folder again and another browser. The
/// sandbox outlives it. Whatever it was doing just then, everything is done in the end, and nothing before its turn.
/// </summary>
public sealed class KilledRevocationJourney(SandboxFixture sandbox, BrowserFixture browser, ITestOutputHelper output) : IClassFixture<SandboxFixture>
{
    private const string Environment = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";
    private const string Name = "payments-staging";
    private const string Registration = "cck-st4g1";
    private const string Key = "https://kv-orders-weu.vault.azure.net/keys/staging-cmk";
    private const string Vault = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu";
    private const string Confluent = "api.confluent.cloud";

    [Fact]
    public async Task A_Revocation_That_Is_Killed_At_Its_Steps_Is_Finished_From_Other_Browsers()
    {
        await sandbox.Control.DoAsync(HttpMethod.Post, "reset");
        await sandbox.Control.ProtectClusterAsync(Environment, Cluster);
        var roles = (await sandbox.Control.AssignedRolesAsync(Vault)).Count;
        await using var console = await sandbox.AttachAsync();

        await KillWhileHeldAsync(console, "Slow", Confluent, "GET", $"/cmk/v2/clusters/{Cluster}", skip: 1, async page => await page.PressStartAsync());
        await KillAfterAsync(console, "the plan is asked about", async page => await page.PlanAsync());
        await KillAfterAsync(console, "clients are connected", async page =>
        {
            await page.AgreeToPlanAsync();
            await Expect(page.Said("12 still connected")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        });
        await KillAfterAsync(console, "the deletion is asked about", async page =>
        {
            await page.StateStoppedAsync("Every client was stopped by hand.");
            await page.PartAsync("Delete cluster");
        });
        // The console goes on by itself as soon as it is back: what is held next has to be held before.
        await KillWhileHeldAsync(
            console, "Slow", Confluent, "PATCH", $"/cmk/v2/clusters/{Cluster}", skip: 0, async page => await page.DeleteProtectedClusterAsync(Name),
            () => sandbox.Control.HoldAsync("Slow", Confluent, "DELETE", $"/cmk/v2/clusters/{Cluster}"));
        Assert.Single(await sandbox.Control.ClustersAsync(Environment));
        await sandbox.Control.FaultsAreTakenAsync();
        await KillAsync(
            console, $"DELETE /cmk/v2/clusters/{Cluster}, Slow", () => sandbox.Control.HoldAsync("Slow", Confluent, "DELETE", $"/cmk/v2/clusters/{Cluster}", milliseconds: 8000));
        await KillWhileItWaitsForTheEndAsync(console);
        await KillAfterAsync(console, "the vault key is asked about", async page =>
        {
            await page.PartAsync("Vault key");
            Assert.Empty(await sandbox.Control.ClustersAsync(Environment));
        });
        await KillWhileHeldAsync(
            console, "SlowReply", "kv-orders-weu.vault.azure.net", "DELETE", "/keys/staging-cmk", skip: 0, async page => await page.DeleteKeyAsync("staging-cmk"));
        Assert.Equal(roles, (await sandbox.Control.AssignedRolesAsync(Vault)).Count);
        await KillWhileHeldAsync(console, "SlowReply", "management.azure.com", "DELETE", "/roleAssignments/", skip: 0, async page =>
        {
            await page.PartAsync("Remove grants");
            await page.RemoveGrantsAsync();
        });
        await KillAfterAsync(console, "the key is to be released", async page =>
        {
            await Expect(page.Said("to go")).ToBeVisibleAsync(new() { Timeout = 90_000 });
            // Its own two, and nobody else's.
            Assert.Equal(roles - 2, (await sandbox.Control.AssignedRolesAsync(Vault)).Count);
        });
        await KillWhileHeldAsync(console, "SlowReply", Confluent, "DELETE", $"/byok/v1/keys/{Registration}", skip: 0, async _ =>
            await sandbox.Control.AdvanceAsync(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1)));

        await InOtherBrowserAsync(console, async page =>
        {
            await page.PartAsync("Evidence");
            var report = await page.DownloadAsync("Markdown");
            foreach (var deed in (string[])
                [$"Deleted cluster {Cluster}", $"vault key {Key} is deleted", "Removed role assignment", $"registration {Registration} is deleted"])
                Assert.Contains(deed, report, StringComparison.Ordinal);
        });
        Assert.Empty(await sandbox.Control.RegistrationsAsync(Key));
    }

    /// <summary>Acts in a browser of its own, waits until the request that follows has come and is held, and kills the console.</summary>
    private async Task KillWhileHeldAsync(ConsoleFixture console, string fault, string host, string method, string path, int skip, Func<RevokeKeyPage, Task> act,
        Func<Task>? beforeRestart = null)
        => await InOtherBrowserAsync(console, async page =>
        {
            await sandbox.Control.HoldAsync(fault, host, method, path, skip);
            await act(page);
            await sandbox.Control.FaultsAreTakenAsync();
            await KillAsync(console, $"{method} {path}, {fault}", beforeRestart);
        });

    /// <summary>The deletion is on its way; then Confluent Cloud cannot be asked whether the cluster is gone, and the console is killed while it looks.</summary>
    private async Task KillWhileItWaitsForTheEndAsync(ConsoleFixture console)
    {
        await sandbox.Control.FaultsAreTakenAsync();
        await sandbox.Control.DoAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = "ServerError", ["host"] = Confluent, ["method"] = "GET", ["path"] = "/cmk/v2/clusters", ["count"] = 100_000,
        });
        using var api = new HttpClient { BaseAddress = console.Address };
        await Poll.UntilAsync(async () =>
        {
            var run = JsonNode.Parse(await api.GetStringAsync(new Uri("/api/v1/runs?kind=revoke_access", UriKind.Relative)))!["data"]![0]!;
            return run["steps"]!.AsArray().Any(step => (string?)step!["name"] == "wait_gone" && (string?)step["state"] == "waiting");
        });
        await KillAsync(console, "waits until the cluster is gone", () => sandbox.Control.DoAsync(HttpMethod.Delete, "faults"));
    }

    private Task KillAfterAsync(ConsoleFixture console, string moment, Func<RevokeKeyPage, Task> act) => InOtherBrowserAsync(console, async page =>
    {
        await act(page);
        await KillAsync(console, moment);
    });

    private Task InOtherBrowserAsync(ConsoleFixture console, Func<RevokeKeyPage, Task> act) => browser.InPageAsync(async page =>
    {
        var revoke = new RevokeKeyPage(page, console.Address);
        await revoke.OpenClusterAsync(Environment, Cluster);
        await act(revoke);
    });

    private async Task KillAsync(ConsoleFixture console, string moment, Func<Task>? beforeRestart = null)
    {
        output.WriteLine($"killed: {moment}");
        await console.Process.KillAsync();
        if (beforeRestart is not null)
            await beforeRestart();
        await console.Process.StartAsync();
    }
}
