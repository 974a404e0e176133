using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Adapters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Tests.Web;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>Whole consoles over the sandbox: real engine, scheduler, database, adapters and wire.</summary>
public sealed class SandboxRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registered_granted_launched_with_replies_lost_and_a_restart_between_there_is_one_cluster_with_the_key()
    {
        using var folder = new TemporaryFolder();
        Run launched;
        string registrationId;
        await using (var console = await StartAsync(folder))
        {
            using var control = await ControlAsync(console, folder);
            var draft = await RegisterAndGrantAsync(console.Services, control);
            registrationId = draft.RegistrationId!;
            await LoseReplyAsync(control, "/cmk/v2/clusters");
            launched = await Runs(console).LaunchClusterAsync(draft, Token);
            await foreach (var run in Runs(console).WatchAsync(launched.Id, Token))
            {
                if (run.Steps[1].IntentAt is not null)
                    break;
            }
        }

        await using var again = await StartAsync(folder);
        var ended = await EndAsync(again, launched.Id);

        Assert.True(ended.State is RunState.Succeeded, ended.Rejection?.Reason ?? ended.Question?.Text);
        var clusters = await again.Services.GetRequiredService<IKafkaClusters>().ListAsync(SandboxDraft.Environment, Token);
        Assert.Equal((ended.Facts.ClusterId, registrationId), (Assert.Single(clusters.Value).Id, clusters.Value[0].KeyRegistrationId));
    }

    [Fact]
    public async Task No_secret_of_the_console_comes_into_its_database()
    {
        using var folder = new TemporaryFolder();
        CloudConnection connection;
        await using (var console = await StartAsync(folder))
        {
            using var control = await ControlAsync(console, folder);
            await RegisterAndGrantAsync(console.Services, control);
            connection = console.Services.GetRequiredService<CloudConnection>();
        }

        var files = Directory.GetFiles(Path.Combine(folder.Path, "sandbox"), "console.db*");
        var text = string.Concat(files.Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Contains("cck-", text, StringComparison.Ordinal);
        Assert.DoesNotContain(connection.ClientSecret!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(connection.ConfluentApiSecret, text, StringComparison.Ordinal);
        // A token is found with or without the word; the word alone is also in what a vault says of a missing one.
        Assert.DoesNotMatch(@"(?:Bearer\s+|eyJ)[\w-]{20,}", text);
    }

    [Fact]
    public async Task A_database_of_another_tenant_keeps_the_console_from_starting()
    {
        using var folder = new TemporaryFolder();
        await using (await StartLiveAsync(folder, "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11"))
        {
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartLiveAsync(folder, "11111111-7f0e-4a86-9b8b-6a1d2f0d9e11"));

        Assert.Contains("DataFolder", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<ClusterDraft> RegisterAndGrantAsync(IServiceProvider services, SandboxCaller control)
    {
        var (drafts, runs) = (services.GetRequiredService<DraftService>(), services.GetRequiredService<RunService>());
        var draft = await SandboxDraft.SaveAsync(services, "orders-cmk", "orders-prod");
        await LoseReplyAsync(control, "/byok/v1/keys");
        await SucceedAsync(runs, await runs.RegisterKeyAsync(draft, Token));
        draft = (await drafts.FindAsync(draft.Id, Token))!;
        Assert.True(draft.RegistrationMadeHere);
        await SucceedAsync(runs, await runs.GrantAccessAsync(draft, Token));
        return draft;
    }

    private static async Task SucceedAsync(RunService runs, Run started)
    {
        var run = await runs.WatchAsync(started.Id, Token).LastAsync(Token);
        Assert.True(run.State is RunState.Succeeded, $"{run.Kind}: {run.Rejection?.Reason ?? run.Question?.Text}");
    }

    private static async Task<Run> EndAsync(ConsoleApplication console, string runId)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        return await Runs(console).WatchAsync(runId, limit.Token).LastAsync(run => run.HasEnded || run.State is RunState.NeedsPerson, limit.Token);
    }

    private static RunService Runs(ConsoleApplication console) => console.Services.GetRequiredService<RunService>();

    private static async Task<SandboxCaller> ControlAsync(ConsoleApplication console, TemporaryFolder folder)
    {
        Assert.NotNull(console.Services.GetService<CloudConnection>());
        var control = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
        (await control.ControlAsync(
            HttpMethod.Patch, "/settings", new JsonObject { ["propagationSeconds"] = 0, ["validationSeconds"] = 0, ["provisioningSeconds"] = 1 })).Expect(204);
        return control;
    }

    /// <summary>The reply to the next POST there is lost.</summary>
    private static async Task LoseReplyAsync(SandboxCaller control, string path)
        => (await control.ControlAsync(HttpMethod.Post, "/faults", new JsonObject { ["name"] = "LostReply", ["method"] = "POST", ["path"] = path })).Expect(200);

    private static Task<ConsoleApplication> StartAsync(TemporaryFolder folder)
        => ConsoleApplication.StartAsync(["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0"]);

    private static Task<ConsoleApplication> StartLiveAsync(TemporaryFolder folder, string tenant)
        => ConsoleApplication.StartAsync(
            ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, .. RunningConsole.LiveSettings, "--Azure:TenantId", tenant]);
}
