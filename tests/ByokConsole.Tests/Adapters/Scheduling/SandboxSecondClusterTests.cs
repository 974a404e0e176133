using System.Text.Json.Nodes;
using ByokConsole.Adapters.Scheduling;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>A request that arrives twice, the second time when the run is over, in a whole console over the sandbox.</summary>
public sealed class SandboxSecondClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_arrives_a_second_time_after_the_run_is_noticed_and_so_is_the_end_of_its_cluster()
    {
        using var folder = new TemporaryFolder();
        await using var console = await ConsoleApplication.StartAsync(
            ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0"]);
        using var control = new SandboxCaller(Path.Combine(folder.Path, "sandbox", "sandbox.env"));
        (await control.ControlAsync(HttpMethod.Patch, "/settings", new JsonObject { ["provisioningSeconds"] = 1 })).Expect(204);
        var runs = console.Services.GetRequiredService<RunService>();
        var draft = await SandboxDraft.SaveAsync(console.Services, "orders-cmk", "orders-prod");
        (draft.Encryption, draft.RegistrationId) = (EncryptionMode.Automatic, null);
        var ended = await runs.WatchAsync((await runs.LaunchClusterAsync(draft, Token)).Id, Token).LastAsync(Token);
        Assert.True(ended.State is RunState.Succeeded, ended.Rejection?.Reason ?? ended.Question?.Text);
        var (clusters, alarms) = (console.Services.GetRequiredService<IKafkaClusters>(), console.Services.GetRequiredService<RunAlarms>());
        Assert.Empty(await alarms.ListAsync(Token));

        var second = (await clusters.CreateAsync(ended.Input.Cluster!, Token)).Value;
        await SweepUntilAsync(console, async () => (await alarms.ListAsync(Token)).Count > 0);

        var alarming = Assert.Single(await alarms.ListAsync(Token));
        Assert.Equal([second.Id], alarming.Facts.SecondClusters);
        Assert.Contains(await runs.EventsAsync(ended.Id, 0, Token), entry => entry.IsWarning && entry.Text.Contains(second.Id, StringComparison.Ordinal));
        var removed = await console.Services.GetRequiredService<IClusterRemoval>().DeleteAsync(ended.EnvironmentId, second.Id, Token);
        Assert.True(removed.IsOk, removed.Fault?.Message);
        await SweepUntilAsync(console, async () => (await alarms.ListAsync(Token)).Count == 0);
    }

    private static async Task SweepUntilAsync(ConsoleApplication console, Func<Task<bool>> isSo)
    {
        var scheduler = await console.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Token);
        await SweepScheduler.SweepSoonAsync(scheduler, Token);
        await Poll.UntilAsync(isSo);
    }
}
