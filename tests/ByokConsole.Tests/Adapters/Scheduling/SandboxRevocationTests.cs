using System.Text.Json.Nodes;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>A whole console over the sandbox, whose clock is moved: real engine, scheduler, database, adapters and wire.</summary>
public sealed class SandboxRevocationTests
{
    private const string Environment = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-weu", "staging-cmk");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_staging_cluster_is_revoked_released_on_day_five_and_its_key_brought_back()
    {
        using var folder = new TemporaryFolder();
        await using var console = await ConsoleApplication.StartAsync(
            ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0"]);
        using var control = new SandboxCaller(SandboxEnvironment.FileIn(folder.Path));
        (await control.ControlAsync(HttpMethod.Put, $"/connections/{Cluster}", new JsonObject { ["count"] = 0 })).Expect(204);
        await AdvanceAsync(control, TimeSpan.FromHours(1));
        var revocations = console.Services.GetRequiredService<RevocationService>();

        var started = await revocations.StartRevocationAsync(Environment, Cluster, "another operator", Token);
        Assert.True(started.IsOk, started.Fault?.Message);
        var run = await GoAsync(console, started.Value.Id, control);

        Assert.True(run.State is RunState.Succeeded, run.Rejection?.Reason);
        var facts = run.Facts.Removal!;
        Assert.Equal(ConnectionVerdict.Quiet, facts.Clients!.Verdict);
        Assert.NotNull(facts.DeletionAnsweredAt);
        Assert.NotNull(facts.ScheduledPurgeAt);
        Assert.True(facts.ReleasedAt - facts.GoneAt >= TimeSpan.FromDays(5) - TimeSpan.FromSeconds(5));
        Assert.NotNull(facts.RegistrationDeletedAt);
        Assert.NotNull(Assert.Single(await console.Services.GetRequiredService<IKeyBindings>().OfKeyAsync(Key, Token)).To);
        var back = await revocations.StartReturnAsync(run.Id, "another operator", Token);
        Assert.Equal(RunState.Succeeded, (await GoAsync(console, back.Value.Id, control)).State);
        Assert.True((await console.Services.GetRequiredService<IVaultKeys>().GetAsync(Key, Token)).IsOk);
    }

    /// <summary>Watches the run, answers what it asks, and moves the clouds' clock over the days of the release.</summary>
    private static async Task<Run> GoAsync(ConsoleApplication console, string runId, SandboxCaller control)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var (runs, isMoved) = (console.Services.GetRequiredService<RunService>(), false);
        await foreach (var run in runs.WatchAsync(runId, limit.Token))
        {
            if (run.HasEnded)
                return run;
            if (run is { State: RunState.NeedsPerson, Question: { } question })
                Assert.Equal(AnswerOutcome.Accepted, await runs.AnswerAsync(runId, AnswerTo(question), limit.Token));
            else if (!isMoved && run.NextLookAt is not null && run.Steps[RunProgress.Current(run)].Name == StepNames.WaitRelease)
            {
                isMoved = true;
                await AdvanceAsync(control, TimeSpan.FromDays(5));
                await console.Services.GetRequiredService<IRunScheduler>().WakeAsync(runId, limit.Token);
            }
        }
        throw new InvalidOperationException("The run is not there.");
    }

    private static PersonAnswer AnswerTo(PersonQuestion question)
    {
        var ids = question.Choices.Select(choice => choice.Id).ToList();
        var chosen = question.Choices[Math.Max(0, ids.IndexOf(AnswerIds.DeleteKey))];
        return new PersonAnswer(question.Mark, chosen.Id, "another operator")
        {
            Text = chosen.ExpectedText ?? "Stated by the test",
            Options = [.. chosen.Options.Select(option => option.Id).Where(id => id != AnswerIds.ByHand)],
        };
    }

    private static async Task AdvanceAsync(SandboxCaller control, TimeSpan by)
        => (await control.ControlAsync(HttpMethod.Post, "/clock", new JsonObject { ["advanceSeconds"] = (long)by.TotalSeconds })).Expect(200);
}
