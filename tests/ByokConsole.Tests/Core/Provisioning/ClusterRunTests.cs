using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>A cluster run, step by step.</summary>
public sealed class ClusterRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_that_fails_now_ends_the_run_before_anything_is_asked_for_and_names_the_field()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = CheckState.Fail;

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal((RunState.Failed, 0), (run.State, bench.Cloud.Posts));
        Assert.Equal((DraftField.KeyIdentifier, "The key is disabled. Enable it."), (run.Rejection!.Fields.Single().Field, run.Rejection.Fields.Single().Message));
        Assert.Contains(Bench.Registration, run.Rejection.WhatExists, StringComparison.Ordinal);
        Assert.Equal((Bench.KeyText, "eastus", Bench.Registration), (bench.Check.Asked!.Key!.ToString(), bench.Check.Asked.Region, bench.Check.Asked.RegistrationId));
    }

    [Theory, InlineData(CheckState.Skipped), InlineData(CheckState.Warn), InlineData(CheckState.NotAsked)]
    public async Task What_cannot_be_seen_or_only_warns_stops_nothing(CheckState state)
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = state;

        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync((await bench.LaunchAsync()).Id)).State);
    }

    [Fact]
    public async Task A_check_that_waits_is_asked_again_and_only_after_half_an_hour_taken_for_a_failure()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = CheckState.Waiting;
        var launched = await bench.LaunchAsync();

        var waiting = await bench.Engine.AdvanceAsync(launched.Id, Token);
        Assert.Equal(StepState.Waiting, waiting!.Steps[0].State);
        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal(RunState.Failed, run.State);
        Assert.True(run.EndedAt - run.CreatedAt >= new RunPace().Patience);
        Assert.Equal(DraftField.KeyIdentifier, run.Rejection!.Fields.Single().Field);
    }

    [Fact]
    public async Task Automatic_encryption_needs_no_check_and_no_proof()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.State = CheckState.Fail;

        var run = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic)).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(
            [StepState.NotNeeded, StepState.Done, StepState.Done, StepState.NotNeeded, StepState.NotNeeded], run.Steps.Select(step => step.State));
    }

    [Fact]
    public async Task A_key_that_is_only_chosen_is_read_from_its_registration()
    {
        await using var bench = await Bench.StartAsync();

        await bench.WorkAsync((await bench.LaunchAsync(draft =>
        {
            draft.KeySource = KeySource.UseExisting;
            (draft.VaultResourceId, draft.KeyIdentifier, draft.TenantId) = ("", "", "");
        })).Id);

        Assert.Equal((Bench.KeyText, Bench.Tenant), (bench.Check.Asked!.Key!.ToString(), bench.Check.Asked.TenantId));
    }

    [Fact]
    public async Task A_refusal_ends_the_run_with_the_clouds_words_and_the_field_of_its_pointer()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ConfluentCloud, FaultKind.Invalid, "Zut!")
        {
            Code = "invalid_configuration",
            RequestId = "req-9",
            Problems = [new FieldProblem("/spec/config/cku", null, "Zut, CKU!")],
        }));

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal((RunState.Failed, "Zut!", "invalid_configuration", "req-9"), (run.State, run.Rejection!.Reason, run.Rejection.Code, run.Rejection.RequestId));
        Assert.Equal(new RejectedField(DraftField.Cku, "Zut, CKU!"), run.Rejection.Fields.Single());
        Assert.Contains("No cluster was created", run.Rejection.WhatExists, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_request_was_not_carried_out_and_is_sent_again_when_the_cloud_said()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(FakeCloud.Throttled));
        var launched = await bench.LaunchAsync();

        var waiting = await bench.Engine.AdvanceAsync(launched.Id, Token);
        Assert.True(RunService.CanCancel(waiting!));
        Assert.True(waiting!.NextLookAt - bench.Clock.GetUtcNow() > TimeSpan.FromSeconds(119));
        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal((RunState.Succeeded, 2), (run.State, bench.Cloud.Posts));
        Assert.Single(bench.Cloud.Clusters);
    }

    [Fact]
    public async Task A_key_that_serves_a_cluster_already_is_refused_before_anything_is_sent()
    {
        await using var bench = await Bench.StartAsync();
        await bench.WorkAsync((await bench.LaunchAsync()).Id);

        var run = await bench.WorkAsync((await bench.LaunchAsync(id: "d-2")).Id);

        Assert.Equal((RunState.Failed, DraftField.Registration, 1), (run.State, run.Rejection!.Fields.Single().Field, bench.Cloud.Posts));
    }

    [Fact]
    public async Task A_repeat_that_is_refused_because_the_first_did_arrive_takes_the_first()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ConfluentCloud, FaultKind.Conflict, "The key is in use.")));
        var launched = await bench.LaunchAsync();
        await bench.Engine.AdvanceAsync(launched.Id, Token);
        // The list lags behind until the repeat is on its way.
        var late = bench.Cloud.Clusters.Single();
        bench.Cloud.Clusters.Clear();
        bench.Cloud.OnAct = _ => bench.Cloud.AddCluster(late);

        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal((RunState.Succeeded, late.Id, 2), (run.State, run.Facts.ClusterId, bench.Cloud.Posts));
    }

    [Fact]
    public async Task Waiting_outlasts_faults_and_shows_phase_and_place()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.ProvisioningTakes = TimeSpan.FromHours(20);
        var launched = await bench.LaunchAsync();
        var waiting = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        bench.Cloud.ReadFaults.Enqueue(FakeCloud.Throttled);
        bench.Cloud.ReadFaults.Enqueue(new CloudFault(CloudService.ConfluentCloud, FaultKind.Forbidden, "You may not see this."));

        Assert.Contains("PROVISIONING", waiting.Steps[2].Note, StringComparison.Ordinal);
        Assert.Contains($"https://confluent.cloud/environments/{Bench.Environment}/clusters/{waiting.Facts.ClusterId}", waiting.Steps[2].Note, StringComparison.Ordinal);
        Assert.False(RunService.CanCancel(waiting));
        var throttled = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        Assert.True(throttled.NextLookAt - bench.Clock.GetUtcNow() > TimeSpan.FromSeconds(119));
        var forbidden = (await bench.Engine.AdvanceAsync(launched.Id, Token))!;
        Assert.Contains("You may not see this.", forbidden.Steps[2].Note, StringComparison.Ordinal);
        bench.Clock.Advance(TimeSpan.FromHours(21));
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task The_log_of_a_long_wait_stays_short()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.ProvisioningTakes = TimeSpan.FromMinutes(10);
        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        var events = await bench.Service.EventsAsync(run.Id, 0, Token);

        Assert.Single(events, entry => entry.Text.Contains("PROVISIONING", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_cluster_that_failed_to_come_up_ends_the_run_and_is_not_forgotten()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Making = made => made with { Phase = "FAILED" };

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal((RunState.Failed, "FAILED"), (run.State, run.Facts.ClusterPhase));
        Assert.Contains(run.Facts.ClusterId!, run.Rejection!.WhatExists, StringComparison.Ordinal);
    }

    [Theory, InlineData(null), InlineData("cck-other")]
    public async Task A_cluster_without_the_key_raises_the_alarm(string? carried)
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Making = made => made with { KeyRegistrationId = carried };

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.True(run is { State: RunState.Failed, Facts.KeyMismatch: true });
        Assert.NotNull(await bench.Drafts.FindAsync("d-1", Token));
        Assert.Contains(await bench.Service.EventsAsync(run.Id, 0, Token), entry => entry.IsWarning);
    }

    [Fact]
    public async Task A_registration_that_is_for_another_key_raises_the_alarm()
    {
        await using var bench = await Bench.StartAsync();

        var run = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.KeyIdentifier = Bench.KeyText.Replace("orders-cmk", "other-cmk", StringComparison.Ordinal))).Id);

        Assert.True(run is { State: RunState.Failed, Facts.KeyMismatch: true });
    }
}
