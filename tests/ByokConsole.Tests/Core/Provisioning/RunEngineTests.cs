using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Who may write, and what the engine knows.</summary>
public sealed class RunEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_slept_while_another_took_the_run_writes_nothing_and_asks_for_nothing()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync();
        var stalled = (await RunJournal.TakeAsync(bench.Runs, bench.Clock, launched.Id, Token))!;
        await stalled.StartAsync(Token);

        var run = await bench.WorkAsync(launched.Id);

        await Assert.ThrowsAsync<FenceLostException>(() => new RunContext(stalled, bench.Clock).IntendAsync("Asking again.", null, Token));
        await Assert.ThrowsAsync<FenceLostException>(() => stalled.RecordAsync(new StepOutcome.Done("stale"), Token));
        Assert.Equal((RunState.Succeeded, 1), (run.State, bench.Cloud.Posts));
        Assert.DoesNotContain(await bench.Service.EventsAsync(run.Id, 0, Token), entry => entry.Text is "stale" or "Asking again.");
    }

    [Fact]
    public async Task A_worker_that_slept_while_it_wrote_its_intent_asks_for_nothing_and_the_next_one_looks_first()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync();
        var sleepy = new SleepyRunStore(bench.Runs, run =>
        {
            if (run.Steps[1].IntentAt is not null)
                bench.Clock.Advance(RunPace.ActWithin + TimeSpan.FromSeconds(1));
        });
        var engine = new RunEngine(sleepy, bench.Plan, bench.Machine, NullLogger<RunEngine>.Instance);

        Assert.Null(await engine.AdvanceAsync(launched.Id, Token));

        Assert.Equal(0, bench.Cloud.Posts);
        Assert.NotNull((await bench.Service.FindAsync(launched.Id, Token))!.Steps[1].IntentAt);
        Assert.Equal((RunState.Succeeded, 1), ((await bench.WorkAsync(launched.Id)).State, bench.Cloud.Posts));
    }

    [Fact]
    public async Task A_run_that_ends_is_counted_once_by_its_kind_and_what_came_of_it()
    {
        await using var bench = await Bench.StartAsync();
        using var runs = new MetricCollector<long>(bench.Metrics, ConsoleMetrics.MeterName, ConsoleMetrics.Runs);
        var launched = await bench.LaunchAsync();

        await bench.WorkAsync(launched.Id);
        await bench.Engine.AdvanceAsync(launched.Id, Token);

        var told = Assert.Single(runs.GetMeasurementSnapshot());
        Assert.Equal((1L, "CreateCluster", "Succeeded"), (told.Value, told.Tags["kind"], told.Tags["outcome"]));
    }

    [Fact]
    public async Task An_engine_that_loses_its_run_in_the_middle_stops_quietly()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic);
        bench.Cloud.OnAct = what =>
        {
            if (what.StartsWith("done", StringComparison.Ordinal))
                Assert.NotNull(bench.Runs.TakeAsync(launched.Id, Token).GetAwaiter().GetResult());
        };

        Assert.Null(await bench.Engine.AdvanceAsync(launched.Id, Token));
        bench.Cloud.OnAct = null;

        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
        Assert.Single(bench.Cloud.Clusters);
    }

    [Fact]
    public async Task Something_unexpected_is_journalled_and_tried_again()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync();
        bench.Cloud.OnAct = _ => throw new InvalidOperationException("A defect.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Engine.AdvanceAsync(launched.Id, Token));

        var reported = await bench.Engine.ReportSurpriseAsync(launched.Id, Token);
        bench.Cloud.OnAct = null;

        Assert.Contains(launched.Id, reported!.Steps[1].Note, StringComparison.Ordinal);
        Assert.NotNull(reported.NextLookAt);
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
        Assert.Single(bench.Cloud.Clusters);
    }

    [Fact]
    public void Every_step_of_every_kind_has_words_and_a_class()
    {
        var names = Enum.GetValues<RunKind>().SelectMany(RunPlan.NamesOf).ToList();

        Assert.Equal(26, names.Distinct().Count());
        Assert.All(names, name => Assert.NotEqual(name, RunTimeline.TitleOf(name)));
        Assert.All(names, name => Assert.NotEmpty(RunTimeline.PurposeOf(name)));
        Assert.Single(names, RunTimeline.WaitsForCluster);
        Assert.Equal("AStepOfTomorrow", RunTimeline.TitleOf("AStepOfTomorrow"));
    }

    [Fact]
    public async Task Every_step_of_every_kind_is_registered()
    {
        await using var bench = await Bench.StartAsync();

        Assert.All(Enum.GetValues<RunKind>().SelectMany(RunPlan.NamesOf), name => Assert.Equal(name, bench.Plan.Find(name).Name));
        Assert.Throws<InvalidOperationException>(() => bench.Plan.Find("AStepOfTomorrow"));
    }

    [Fact]
    public async Task A_takeover_is_a_line_of_the_log_and_changes_nothing_else()
    {
        await using var bench = await Bench.StartAsync();
        var run = await bench.LaunchAsync();
        bench.Cloud.ProvisioningTakes = TimeSpan.FromHours(1);
        var before = (await bench.Engine.AdvanceAsync(run.Id, Token))!;
        await using var other = await bench.JoinAsync();

        var after = (await other.Engine.ReportTakeoverAsync(run.Id, "Console b took this run over.", Token))!;

        Assert.Equal("Console b took this run over.", (await bench.Runs.EventsAsync(run.Id, 0, Token))[^1].Text);
        Assert.Equal((before.Fence + 1, before.NextLookAt), (after.Fence, after.NextLookAt));
        Assert.Equal(before.Steps, after.Steps);
        Assert.Equal(RunState.Succeeded, (await other.WorkAsync(run.Id)).State);
        Assert.Null(await other.Engine.ReportTakeoverAsync(run.Id, "too late", Token));
    }
}
