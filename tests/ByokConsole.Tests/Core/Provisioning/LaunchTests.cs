using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What starts a run, and what finds the one that is there.</summary>
public sealed class LaunchTests
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
}
