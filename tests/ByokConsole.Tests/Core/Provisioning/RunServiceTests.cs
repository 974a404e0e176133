using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Starting, watching, answering and cancelling runs; and who may write.</summary>
public sealed class RunServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_often_and_from_however_many_tabs_it_is_launched_there_is_one_run()
    {
        await using var bench = await Bench.StartAsync();
        await bench.SaveDraftAsync();
        var tabs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.Drafts.FindAsync("d-1", Token)));

        var runs = await Task.WhenAll(tabs.Select(tab => Task.Run(() => bench.Service.LaunchClusterAsync(tab!, Token), Token)));

        Assert.Single(runs.Select(run => run.Id).Distinct());
        Assert.Single(await bench.Service.ListAsync(null, Token));
        Assert.Contains(runs[0].Id, bench.Scheduler.Woken);
    }

    [Fact]
    public async Task A_launch_that_succeeded_is_not_repeated_by_a_late_click()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.SaveDraftAsync();
        var run = await bench.WorkAsync((await bench.Service.LaunchClusterAsync(draft, Token)).Id);

        draft.LastLaunchRunId = run.Id;
        Assert.Equal(run.Id, (await bench.Service.LaunchClusterAsync(draft, Token)).Id);
    }

    [Fact]
    public async Task After_a_rejection_the_draft_can_be_launched_again_once_that_was_seen()
    {
        await using var bench = await Bench.StartAsync();
        var before = await bench.SaveDraftAsync();
        bench.Check.State = ByokConsole.Core.Preflight.CheckState.Fail;
        var rejected = await bench.WorkAsync((await bench.Service.LaunchClusterAsync(before, Token)).Id);
        bench.Check.State = ByokConsole.Core.Preflight.CheckState.Pass;
        var after = (await bench.Drafts.FindAsync("d-1", Token))!;

        Assert.Equal((null, rejected.Id), (after.ActiveRunId, after.LastLaunchRunId));
        Assert.Equal(rejected.Id, (await bench.Service.LaunchClusterAsync(before, Token)).Id);
        var second = await bench.Service.LaunchClusterAsync(after, Token);
        Assert.NotEqual(rejected.Id, second.Id);
        Assert.Equal(second.Id, (await bench.Drafts.FindAsync("d-1", Token))!.ActiveRunId);
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(second.Id)).State);
    }

    [Fact]
    public async Task An_incomplete_draft_starts_nothing()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.SaveDraftAsync(found => (found.DisplayName, found.Region) = ("", null));

        var refusal = await Assert.ThrowsAsync<DraftIncompleteException>(() => bench.Service.LaunchClusterAsync(draft, Token));

        Assert.Equal([DraftField.Region, DraftField.DisplayName], refusal.Problems.Select(problem => problem.Field).Order());
        Assert.Empty(await bench.Service.ListAsync(null, Token));
    }

    [Fact]
    public async Task A_key_is_not_registered_from_malformed_fields_nor_access_granted_without_a_registration()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.SaveDraftAsync(found => (found.RegistrationId, found.KeyIdentifier, found.TenantId) = (null, "http://evil", ""));

        var register = await Assert.ThrowsAsync<DraftIncompleteException>(() => bench.Service.RegisterKeyAsync(draft, Token));
        var grant = await Assert.ThrowsAsync<DraftIncompleteException>(() => bench.Service.GrantAccessAsync(draft, Token));

        Assert.Equal([DraftField.KeyIdentifier, DraftField.TenantId], register.Problems.Select(problem => problem.Field).Distinct().Order());
        Assert.Equal(DraftField.Registration, grant.Problems.Single().Field);
    }

    [Fact]
    public async Task A_registered_key_is_not_registered_again_but_another_key_is()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.SaveDraftAsync(found =>
            (found.RegistrationId, found.ApplicationId, found.KeyIdentifier) = (null, null, "https://kv-orders-eus.vault.azure.net/keys/one-cmk"));
        var first = await bench.WorkAsync((await bench.Service.RegisterKeyAsync(draft, Token)).Id);

        Assert.Equal(first.Id, (await bench.Service.RegisterKeyAsync(draft, Token)).Id);
        var changed = (await bench.Drafts.FindAsync("d-1", Token))!;
        (changed.RegistrationId, changed.ApplicationId, changed.KeyIdentifier) = (null, null, "https://kv-orders-eus.vault.azure.net/keys/two-cmk");
        Assert.True(await bench.Drafts.TrySaveAsync(changed, Token));
        var second = await bench.WorkAsync((await bench.Service.RegisterKeyAsync(changed, Token)).Id);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Facts.RegistrationId, (await bench.Drafts.FindAsync("d-1", Token))!.RegistrationId);
    }

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
    public async Task A_run_can_be_cancelled_until_it_means_to_make_something()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = ByokConsole.Core.Preflight.CheckState.Waiting;
        var launched = await bench.LaunchAsync();
        await bench.Engine.AdvanceAsync(launched.Id, Token);

        Assert.True(await bench.Service.CancelAsync(launched.Id, Token));

        Assert.Null(await bench.Engine.AdvanceAsync(launched.Id, Token));
        Assert.Equal((RunState.Cancelled, 0), ((await bench.Service.FindAsync(launched.Id, Token))!.State, bench.Cloud.Posts));
        Assert.False(await bench.Service.CancelAsync(launched.Id, Token));
    }

    [Fact]
    public async Task A_run_that_may_have_made_something_cannot_be_cancelled()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        var launched = await bench.LaunchAsync();
        await bench.Engine.AdvanceAsync(launched.Id, Token);

        Assert.False(await bench.Service.CancelAsync(launched.Id, Token));
        Assert.False(await bench.Service.CancelAsync("run-unknown", Token));

        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task Whoever_watches_sees_each_change_until_the_end()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await bench.LaunchAsync();
        var seen = new List<Run>();
        var watching = Task.Run(
            async () =>
            {
                await foreach (var run in bench.Service.WatchAsync(launched.Id, Token))
                    seen.Add(run);
            },
            Token);

        await bench.WorkAsync(launched.Id);
        await watching.WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(RunState.Succeeded, seen[^1].State);
        Assert.Equal(seen.Select(run => run.Revision).Distinct(), seen.Select(run => run.Revision));
    }

    [Fact]
    public async Task A_write_of_this_process_is_told_without_the_clock_moving_and_one_of_another_process_soon()
    {
        await using var bench = await Bench.StartAsync();
        bench.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var launched = await bench.LaunchAsync();
        await using var watcher = bench.Service.WatchAsync(launched.Id, Token).GetAsyncEnumerator(Token);
        Assert.True(await watcher.MoveNextAsync());

        var next = watcher.MoveNextAsync().AsTask();
        var mine = (await RunJournal.TakeAsync(bench.Runs, bench.Clock, launched.Id, Token))!;
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(10), Token));

        next = watcher.MoveNextAsync().AsTask();
        await using var elsewhere = await bench.JoinAsync();
        await elsewhere.Runs.TakeAsync(launched.Id, Token);
        Assert.False(next.IsCompleted);
        while (!next.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.True(await next);
        Assert.Equal(mine.Run.Fence + 1, watcher.Current.Fence);
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

        Assert.Equal(12, names.Distinct().Count());
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
}
