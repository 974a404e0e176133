using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>
/// A whole console while more than half of all that is asked of the clouds fails: 30% one too many, 20% a server that fails, 5% a connection that
/// breaks before the act or after it, and some that stall for ten seconds.
/// </summary>
public sealed class SandboxStormTests
{
    private static readonly string[] Keys = ["orders-cmk"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_storm_every_run_comes_to_its_end_and_each_key_has_one_registration_one_grant_and_one_cluster()
    {
        using var folder = new TemporaryFolder();
        await using var console = await ConsoleApplication.StartAsync(
            ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0", "--KeyHealth:Interval", "01:00:00"]);
        using var sandbox = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
        (await sandbox.ControlAsync(HttpMethod.Patch, "/settings", new JsonObject { ["propagationSeconds"] = 2, ["provisioningSeconds"] = 3 })).Expect(204);
        var before = await StateAsync(sandbox);
        await RageAsync(sandbox, new JsonObject
        {
            ["seed"] = 11, ["tooManyRequests"] = 30, ["serverErrors"] = 20, ["resets"] = 5, ["stalls"] = 2, ["retryAfter"] = 1,
        });

        var journeys = Keys.Select(key => CreateAsync(console, key)).ToList();
        await PagesAreUsableAsync(console, Task.WhenAll(journeys));
        var clusters = await Task.WhenAll(journeys);

        await RageAsync(sandbox, []);
        Assert.Equal(Keys.Length, clusters.Distinct().Count());
        var after = await StateAsync(sandbox);
        Assert.Equal(
            (Keys.Length, Keys.Length, 2 * Keys.Length),
            (after.Clusters - before.Clusters, after.Registrations - before.Registrations, after.Assignments - before.Assignments));
    }

    private static async Task<string> CreateAsync(ConsoleApplication console, string key)
    {
        var (drafts, runs) = (console.Services.GetRequiredService<DraftService>(), console.Services.GetRequiredService<RunService>());
        var draft = await SandboxDraft.SaveAsync(console.Services, key, key);
        await SucceedAsync(runs, await runs.RegisterKeyAsync(draft, Token));
        await SucceedAsync(runs, await runs.GrantAccessAsync((await drafts.FindAsync(draft.Id, Token))!, Token));
        var launched = await SucceedAsync(runs, await runs.LaunchClusterAsync((await drafts.FindAsync(draft.Id, Token))!, Token));
        return launched.Facts.ClusterId!;
    }

    private static async Task<Run> SucceedAsync(RunService runs, Run started)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Limit);
        var run = await runs.WatchAsync(started.Id, limit.Token).LastAsync(limit.Token);
        Assert.True(run.State is RunState.Succeeded, $"{run.Kind}: {run.Rejection?.Reason ?? run.Question?.Text}");
        return run;
    }

    /// <summary>Pages answer all the while, and soon: what they could not read they say.</summary>
    private static async Task PagesAreUsableAsync(ConsoleApplication console, Task until)
    {
        using var client = new HttpClient { BaseAddress = console.Address };
        while (!until.IsCompleted)
        {
            foreach (var page in (string[])["", $"environments/{SandboxDraft.Environment}/clusters", "keys", "runs"])
            {
                var clock = Stopwatch.StartNew();
                using var response = await client.GetAsync(new Uri(page, UriKind.Relative), Token);
                Assert.True(response.StatusCode is HttpStatusCode.OK, $"/{page}: {(int)response.StatusCode}");
                Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            }

            await Task.WhenAny(until, Task.Delay(TimeSpan.FromSeconds(1), Token));
        }
    }

    private static async Task RageAsync(SandboxCaller sandbox, JsonObject storm)
        => (await sandbox.ControlAsync(HttpMethod.Put, "/storm", storm)).Expect(200);

    private static async Task<(int Clusters, int Registrations, int Assignments)> StateAsync(SandboxCaller sandbox)
    {
        async Task<int> CountAsync(string list) => (await sandbox.ListAsync(list)).Count;
        return (await CountAsync("/clusters"), await CountAsync("/registrations"), await CountAsync("/assignments"));
    }
}
