using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// Three consoles on one PostgreSQL behind a proxy, in a browser: the one that makes a cluster is killed or stalls, and another goes on. The
/// cluster has no key of the customer's, which would keep Confluent Cloud from making a second one.
/// </summary>
public sealed class SharedConsolesJourney(SandboxFixture sandbox, PostgreSqlServer server, BrowserFixture browser, ITestOutputHelper output)
    : IClassFixture<SandboxFixture>
{
    private const int ProvisioningSeconds = 3600;

    /// <summary>Within this another console goes on.</summary>
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_Run_And_Its_Page_Outlive_The_Consoles_That_Work_And_Serve_Them() => await browser.InPageAsync(async page =>
    {
        await using var consoles = await SharedConsoles.StartAsync(sandbox, server, ProvisioningSeconds);
        var run = await LaunchAsync(consoles, page, "SlowReply", 60_000);
        await Poll.UntilAsync(async () => (await ClustersAsync()).Count == 1);
        var (worker, fence) = (consoles.WorkerOf(run), await consoles.FenceAsync(run));
        await page.EvaluateAsync("() => { window.drawnBefore = true; }");

        await worker.Process.KillAsync();
        var waited = await consoles.TakenOverAsync(run, fence);

        output.WriteLine($"taken over after {waited.TotalSeconds:0.0} s");
        Assert.True(waited < Takeover, $"Another console took the run after {waited}.");
        if (consoles.Serving is { Process.IsAlive: true } serving)
            await serving.Process.KillAsync();
        await page.WaitForFunctionAsync("() => !window.drawnBefore");
        await Expect(new RunProgressPage(page, consoles.Proxy.Address).Waiting).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("took this run over from console");
        await CompleteAsync(consoles, page, run);
    });

    [Fact]
    public async Task A_Console_That_Wakes_Up_After_Another_Took_Its_Run_Does_No_Harm() => await browser.InPageAsync(async page =>
    {
        await using var consoles = await SharedConsoles.StartAsync(sandbox, server, ProvisioningSeconds);
        var run = await LaunchAsync(consoles, page, "Slow", 12_000);
        var (worker, fence) = (consoles.WorkerOf(run), await consoles.FenceAsync(run));

        await worker.Process.StallAsync();
        var waited = await consoles.TakenOverAsync(run, fence);
        output.WriteLine($"taken over after {waited.TotalSeconds:0.0} s");
        await Poll.UntilAsync(async () => (await ClustersAsync()).Count == 1);
        await worker.Process.WakeUpAsync();

        Assert.True(waited < Takeover, $"Another console took the run after {waited}.");
        var refused = $"Run {run}: fence {fence} is no longer the newest";
        await Poll.UntilAsync(() => Task.FromResult(worker.Process.Output.Contains(refused, StringComparison.Ordinal)));
        await CompleteAsync(consoles, page, run);
    });

    /// <summary>By the wizard, through the proxy, up to the request for the cluster, which the sandbox holds.</summary>
    private async Task<string> LaunchAsync(SharedConsoles consoles, IPage page, string fault, int milliseconds)
    {
        var clusters = new ClustersPage(page, consoles.Proxy.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.ChooseDedicatedAsync();
        await wizard.ChooseRegionAsync("eastus");
        await wizard.ChooseInternetAsync();
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-shared");
        await sandbox.Control.HoldAsync(fault, "api.confluent.cloud", "POST", "/cmk/v2/clusters", milliseconds: milliseconds);
        var run = (await wizard.LaunchAsync()).RunId;
        await sandbox.Control.FaultsAreTakenAsync();
        return run;
    }

    /// <summary>The cluster comes up, the page says so, and there is one.</summary>
    private async Task CompleteAsync(SharedConsoles consoles, IPage page, string run)
    {
        await sandbox.Control.AdvanceAsync(TimeSpan.FromSeconds(ProvisioningSeconds));
        var progress = new RunProgressPage(page, consoles.Proxy.Address);
        await progress.OpenRunAsync(run);
        await Expect(progress.SecurityLink).ToBeVisibleAsync();
        Assert.Equal("orders-shared", PastTheConsole.NameOf(Assert.Single(await ClustersAsync())));
    }

    private Task<IReadOnlyList<JsonNode>> ClustersAsync() => sandbox.Control.ClustersAsync(ClustersPage.DefaultEnvironment);
}
