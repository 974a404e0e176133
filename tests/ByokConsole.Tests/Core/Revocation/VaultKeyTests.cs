using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>The vault key: never touched while any cluster in any visible environment uses it.</summary>
public sealed class VaultKeyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_cluster_of_another_environment_uses_the_key_it_can_only_be_left()
    {
        await using var bench = await Removals.StartAsync();
        Removals.AddOtherUser(bench);
        var run = await DecidingAsync(bench);

        var blocked = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.Equal([AnswerIds.KeepKey], blocked.Question!.Choices.Select(choice => choice.Id));
        Assert.Contains("lkc-other", blocked.Question.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.NoLongerAsked, await bench.AnswerAsync(run.Id, AnswerIds.DeleteKey, "orders-cmk"));
        Assert.Equal(AnswerOutcome.NoLongerAsked, await bench.AnswerAsync(run.Id, AnswerIds.DisableKey));
        bench.Cloud.Clusters.Clear();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RunState.NeedsPerson, (await bench.Engine.AdvanceAsync(run.Id, Token))!.State);
        Assert.Empty(bench.Cloud.Keys.Acts);
    }

    [Fact]
    public async Task An_environment_that_cannot_be_listed_does_not_pass_for_empty()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        bench.Cloud.OtherEnvironmentFault = new CloudFault(CloudService.ConfluentCloud, FaultKind.Forbidden, "Not for you.") { Status = 403 };
        await Removals.SayAsync(bench, run.Id, AnswerIds.DeleteKey, "orders-cmk");

        var blocked = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.Empty(bench.Cloud.Keys.Acts);
        Assert.Equal([AnswerIds.KeepKey], blocked.Question!.Choices.Select(choice => choice.Id));
        Assert.Contains("cannot be seen", blocked.Steps[RunProgress.Current(blocked)].Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnswerIds.DeleteKey)]
    [InlineData(AnswerIds.DisableKey)]
    public async Task Who_uses_the_key_is_asked_anew_right_before_it_is_touched(string choice)
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        await bench.WorkAsync(run.Id);
        await Removals.SayAsync(bench, run.Id, choice, "orders-cmk");
        // The decision is journalled before the other cluster appears; the act comes after.
        bench.Cloud.Keys.Refusal = FakeCloud.Throttled;
        await Removals.GoAsync(bench, run.Id, StepNames.TurnVaultKey);
        bench.Cloud.Keys.Refusal = null;
        Removals.AddOtherUser(bench);

        for (var turns = 0; turns < 5; turns++)
            await bench.Engine.AdvanceAsync(run.Id, Token);

        Assert.Empty(bench.Cloud.Keys.Acts);
    }

    [Fact]
    public async Task A_run_that_is_making_a_cluster_with_the_key_counts_as_its_user()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        await bench.LaunchAsync();
        await Removals.SayAsync(bench, run.Id, AnswerIds.DisableKey);

        var blocked = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.Equal([AnswerIds.KeepKey], blocked.Question!.Choices.Select(choice => choice.Id));
    }

    [Fact]
    public async Task Disabling_turns_off_what_was_on_and_remembers_it()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);

        var after = await Removals.GoAsync(bench, run.Id, StepNames.RemoveGrants, AnswerIds.DisableKey);

        Assert.Equal(["disable 3", "disable 2"], bench.Cloud.Keys.Acts);
        Assert.Equal(["3", "2"], after.Facts.Removal!.DisabledVersions.Select(version => version[..1]));
        Assert.NotNull(after.Facts.Removal.KeyDisabledAt);
        Assert.Equal(MilestoneState.NotPlanned, FourDates.Of(after, bench.Clock.GetUtcNow()).KeyUnrecoverable.State);
    }

    [Theory]
    [InlineData(AnswerIds.DeleteKey, "az keyvault key delete")]
    [InlineData(AnswerIds.DisableKey, "--enabled false")]
    public async Task Where_the_console_may_not_it_shows_the_command_and_watches(string choice, string command)
    {
        await using var bench = await Removals.StartAsync();
        bench.Cloud.Keys.Refusal = FakeVaultKeys.NotAllowed;
        var run = await DecidingAsync(bench);
        await Removals.GoAsync(bench, run.Id, StepNames.TurnVaultKey, choice);
        for (var turns = 0; turns < 4; turns++)
            await bench.Engine.AdvanceAsync(run.Id, Token);
        var watching = (await bench.Runs.FindAsync(run.Id, Token))!;

        Assert.Contains(command, watching.Question!.Command!, StringComparison.Ordinal);
        Assert.Contains("No role assignment covers it", watching.Question.Text, StringComparison.Ordinal);
        bench.Cloud.Keys.Refusal = null;
        if (choice == AnswerIds.DeleteKey)
            await bench.Cloud.Keys.DeleteAsync(null!, Token);
        else
            foreach (var version in bench.Cloud.Keys.Versions.ToList())
                await bench.Cloud.Keys.SetEnabledAsync(version.Id, enabled: false, Token);
        Assert.Equal(RunState.Succeeded, (await Removals.GoAsync(bench, run.Id)).State);
    }

    [Fact]
    public async Task By_hand_means_that_the_console_does_not_even_try()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        await bench.WorkAsync(run.Id);

        await Removals.SayAsync(bench, run.Id, AnswerIds.DeleteKey, "orders-cmk", AnswerIds.ByHand);
        await Removals.GoAsync(bench, run.Id, StepNames.TurnVaultKey);
        var watching = (await bench.Engine.AdvanceAsync(run.Id, Token))!;
        await Removals.SayAsync(bench, run.Id, AnswerIds.KeepKey);
        var kept = await Removals.GoAsync(bench, run.Id, StepNames.RemoveGrants);

        Assert.NotNull(watching.Question!.Command);
        Assert.Empty(bench.Cloud.Keys.Acts);
        Assert.Equal(KeyChoice.Keep, kept.Facts.Removal!.KeyChoice);
    }

    [Fact]
    public async Task Deleting_wants_the_keys_name()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        await bench.WorkAsync(run.Id);

        Assert.Equal(AnswerOutcome.TextDiffers, await bench.AnswerAsync(run.Id, AnswerIds.DeleteKey, "orders"));
    }

    [Fact]
    public async Task A_deletion_whose_reply_is_lost_is_seen_in_the_vault()
    {
        await using var bench = await Removals.StartAsync();
        var run = await DecidingAsync(bench);
        await bench.WorkAsync(run.Id);
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        await Removals.SayAsync(bench, run.Id, AnswerIds.DeleteKey, "orders-cmk");

        var after = await Removals.GoAsync(bench, run.Id, StepNames.RemoveGrants);

        Assert.Equal(["delete key"], bench.Cloud.Keys.Acts);
        Assert.Equal(bench.Cloud.Keys.Deleted!.ScheduledPurgeAt, after.Facts.Removal!.ScheduledPurgeAt);
    }

    private static async Task<Run> DecidingAsync(Bench bench)
        => await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.DecideVaultKey);
}
