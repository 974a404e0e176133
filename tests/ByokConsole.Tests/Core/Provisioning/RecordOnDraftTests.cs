using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What becomes of the draft whose key was registered.</summary>
public sealed class RecordOnDraftTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_draft_gets_the_registration_and_its_application()
    {
        await using var bench = await Bench.StartAsync();

        var run = await bench.WorkAsync((await RegisterAsync(bench)).Id);

        var draft = (await bench.Drafts.FindAsync("d-1", Token))!;
        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal((run.Facts.RegistrationId, Bench.Application, true), (draft.RegistrationId, draft.ApplicationId!.Value, draft.RegistrationMadeHere));
        Assert.Null(draft.ActiveRunId);
        Assert.Equal(1, draft.Revision);
    }

    [Fact]
    public async Task A_draft_that_is_about_another_key_by_now_is_left_alone()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await RegisterAsync(bench);
        await bench.Engine.AdvanceAsync(launched.Id, Token);
        var draft = (await bench.Drafts.FindAsync("d-1", Token))!;
        draft.KeyIdentifier = Bench.KeyText;
        Assert.True(await bench.Drafts.TrySaveAsync(draft, Token));

        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal((RunState.Succeeded, StepState.NotNeeded), (run.State, run.Steps[^1].State));
        Assert.Null((await bench.Drafts.FindAsync("d-1", Token))!.RegistrationId);
    }

    [Fact]
    public async Task A_draft_that_was_discarded_meanwhile_changes_nothing_for_the_run()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await RegisterAsync(bench);
        await bench.Drafts.DeleteAsync("d-1", Token);

        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task An_application_that_never_comes_ends_the_run_with_what_remains()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.ApplicationTakes = TimeSpan.FromHours(2);
        // Looks are counted in thousands otherwise.
        var launched = await RegisterAsync(bench);
        await bench.Engine.AdvanceAsync(launched.Id, Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(31));

        var run = await bench.WorkAsync(launched.Id);

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains(run.Facts.RegistrationId!, run.Rejection!.WhatExists, StringComparison.Ordinal);
    }

    private static async Task<Run> RegisterAsync(Bench bench)
        => await bench.Service.RegisterKeyAsync(
            await bench.SaveDraftAsync(draft => (draft.RegistrationId, draft.ApplicationId, draft.KeyIdentifier) = (null, null, "https://kv-orders-eus.vault.azure.net/keys/payments-cmk")), Token);
}
