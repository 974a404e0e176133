using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>What a revocation did to the key can be taken back while the vault still has it.</summary>
public sealed class WayBackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_key_is_recovered_and_the_grants_are_put_back()
    {
        await using var bench = await Removals.StartAsync();
        var revocation = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.WaitRelease);

        var back = await bench.WorkAsync((await ReturnAsync(bench, revocation)).Id);

        Assert.True(back.State is RunState.Succeeded, back.Rejection?.Reason ?? back.Question?.Text);
        Assert.Null(bench.Cloud.Keys.Deleted);
        Assert.Equal(2, bench.Cloud.Assignments.Count);
    }

    [Fact]
    public async Task Only_the_versions_that_the_revocation_disabled_are_enabled()
    {
        await using var bench = await Removals.StartAsync();
        var revocation = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.WaitRelease, AnswerIds.DisableKey);

        var back = await bench.WorkAsync((await ReturnAsync(bench, revocation)).Id);

        Assert.Equal(RunState.Succeeded, back.State);
        Assert.Equal([true, true, false], bench.Cloud.Keys.Versions.Select(version => version.Attributes.Enabled));
    }

    [Fact]
    public async Task Nothing_is_granted_to_a_registration_that_is_gone()
    {
        await using var bench = await Removals.StartAsync();
        var revocation = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id);

        var back = await bench.WorkAsync((await ReturnAsync(bench, revocation)).Id);

        Assert.Equal((RunState.Succeeded, 1), (back.State, back.Steps.Count));
        Assert.Null(bench.Cloud.Keys.Deleted);
        Assert.Empty(bench.Cloud.Assignments);
    }

    [Fact]
    public async Task There_is_one_way_back_at_a_time()
    {
        await using var bench = await Removals.StartAsync();
        var revocation = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.WaitRelease);

        Assert.Equal((await ReturnAsync(bench, revocation)).Id, (await ReturnAsync(bench, revocation)).Id);
    }

    [Fact]
    public async Task There_is_none_before_the_grants_are_settled_nor_for_a_kept_key_nor_after_the_purge()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;
        var early = await Removals.GoAsync(bench, id, StepNames.RemoveGrants);
        var kept = early with { Facts = early.Facts with { Removal = early.Facts.Removal! with { KeyDeletedAt = null } } };

        Assert.Contains("Answer that step first", WayBack.Refusal(early, bench.Clock.GetUtcNow()), StringComparison.Ordinal);
        Assert.Contains("nothing to take back", WayBack.Refusal(kept, bench.Clock.GetUtcNow()), StringComparison.Ordinal);
        await Removals.GoAsync(bench, id);
        bench.Clock.Advance(TimeSpan.FromDays(91));
        var refused = await bench.Revocations.StartReturnAsync(id, Removals.By, Token);
        Assert.Contains("purged", refused.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_console_may_not_it_shows_the_command_and_watches()
    {
        await using var bench = await Removals.StartAsync();
        var revocation = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.WaitRelease);
        bench.Cloud.Keys.Refusal = FakeVaultKeys.NotAllowed;
        var id = (await ReturnAsync(bench, revocation)).Id;
        await bench.Engine.AdvanceAsync(id, Token);

        var watching = (await bench.Engine.AdvanceAsync(id, Token))!;
        bench.Cloud.Keys.Deleted = null;
        var back = await bench.WorkAsync(id);

        Assert.StartsWith("az keyvault key recover", watching.Question!.Command, StringComparison.Ordinal);
        Assert.Equal(RunState.Succeeded, back.State);
    }

    private static async Task<Run> ReturnAsync(Bench bench, Run revocation)
        => (await bench.Revocations.StartReturnAsync(revocation.Id, Removals.By, Token)).Value;
}
