using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The checks are asked once more before anything is bought.</summary>
public sealed class RecheckKeyTests
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
    public async Task What_a_cloud_in_trouble_did_not_tell_is_asked_again_before_a_cluster_is_bought()
    {
        await using var bench = await Bench.StartAsync();
        var answers = 0;
        bench.Check.Answer = () => ++answers < 4
            ? new(CheckName.GrantInForce, CheckState.Skipped, "The cloud failed with 500.") { IsMomentary = true }
            : new(CheckName.GrantInForce, CheckState.Pass, "");
        var launched = await bench.LaunchAsync();

        var waiting = await bench.Engine.AdvanceAsync(launched.Id, Token);
        Assert.Equal(("The cloud failed with 500.", 0), (waiting!.Steps[0].Note, bench.Cloud.Posts));
        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal((RunState.Succeeded, 4), (run.State, answers));
    }

    [Fact]
    public async Task A_cloud_that_tells_nothing_for_half_an_hour_is_left_to_confluent_cloud_to_judge()
    {
        await using var bench = await Bench.StartAsync();
        bench.Check.Answer = () => new(CheckName.KeyUsable, CheckState.Skipped, "No answer came from the cloud.") { IsMomentary = true };

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.True(run.EndedAt - run.CreatedAt >= new RunPace().Patience);
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
}
