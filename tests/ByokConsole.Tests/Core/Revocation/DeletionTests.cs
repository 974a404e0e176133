using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>The one act that cannot be taken back, and what counts as gone.</summary>
public sealed class DeletionTests
{
    private static readonly CloudFault Forbidden = new(CloudService.ConfluentCloud, FaultKind.Forbidden, "You may not see this.") { Status = 403 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("orders", AnswerOutcome.TextDiffers)]
    [InlineData("ORDERS-PROD", AnswerOutcome.TextDiffers)]
    [InlineData(" ", AnswerOutcome.TextMissing)]
    [InlineData(null, AnswerOutcome.TextMissing)]
    public async Task Nothing_but_the_clusters_name_deletes_it(string? typed, AnswerOutcome expected)
    {
        await using var bench = await Removals.StartAsync();
        var id = (await AskedAsync(bench)).Id;

        Assert.Equal(expected, await bench.AnswerAsync(id, AnswerIds.DeleteCluster, typed, AnswerIds.Unprotect));
        Assert.Equal(AnswerOutcome.OptionMissing, await bench.AnswerAsync(id, AnswerIds.DeleteCluster, Removals.Name));
        await bench.WorkAsync(id);

        Assert.Equal(0, bench.Cloud.Removal.Deletions);
    }

    [Fact]
    public async Task An_answer_from_a_stale_page_decides_nothing()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;
        var plan = (await bench.WorkAsync(id)).Question!;
        await Removals.GoAsync(bench, id, StepNames.AgreeDeletion);
        await bench.WorkAsync(id);

        var stale = new PersonAnswer(plan.Mark, AnswerIds.DeleteCluster, Removals.By) { Text = Removals.Name, Options = [AnswerIds.Unprotect] };

        Assert.Equal(AnswerOutcome.NoLongerAsked, await bench.Service.AnswerAsync(id, stale, Token));
    }

    [Fact]
    public async Task A_second_click_answers_nothing()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        var answer = new PersonAnswer(asked.Question!.Mark, AnswerIds.DeleteCluster, Removals.By) { Text = Removals.Name, Options = [AnswerIds.Unprotect] };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.Service.AnswerAsync(asked.Id, answer, Token)));
        await Removals.GoAsync(bench, asked.Id);

        Assert.Single(outcomes, AnswerOutcome.Accepted);
        Assert.Equal(1, bench.Cloud.Removal.Deletions);
    }

    [Fact]
    public async Task It_can_be_called_off_until_the_deletion_is_asked_for()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        Assert.True(Cancelling.IsPossible(asked));
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);

        var run = (await bench.Engine.AdvanceAsync(asked.Id, Token))!;

        Assert.Equal(StepNames.DeleteCluster, run.Steps[RunProgress.Current(run)].Name);
        Assert.False(await bench.Service.CancelAsync(asked.Id, Token));
    }

    [Fact]
    public async Task A_run_that_was_called_off_says_that_protection_is_off()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);
        await bench.Engine.AdvanceAsync(asked.Id, Token);

        Assert.True(await bench.Service.CancelAsync(asked.Id, Token));

        var events = await bench.Service.EventsAsync(asked.Id, 0, Token);
        Assert.Contains("protection was turned off", events[^1].Text, StringComparison.Ordinal);
        Assert.Single(bench.Cloud.Clusters);
    }

    [Fact]
    public async Task A_lost_reply_asks_a_person_and_their_word_counts()
    {
        await using var bench = await Removals.StartAsync();
        bench.Cloud.Clusters[0] = bench.Cloud.Clusters[0] with { DeletionProtection = false };
        var asked = await AskedAsync(bench);
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name);

        var lost = await bench.WorkAsync(asked.Id);
        Assert.Equal((RunState.NeedsPerson, StepNames.DeleteCluster), (lost.State, lost.Steps[RunProgress.Current(lost)].Name));
        await Removals.SayAsync(bench, asked.Id, AnswerIds.StateDeleted, "Seen in Confluent Cloud");
        var gone = await Removals.GoAsync(bench, asked.Id);

        Assert.Equal(RunState.Succeeded, gone.State);
        Assert.Equal((null, "Seen in Confluent Cloud"), (gone.Facts.Removal!.DeletionAnsweredAt, gone.Facts.Removal.DeletionStatement));
        Assert.Equal(1, bench.Cloud.Removal.Deletions);
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_sent_again_once_that_is_settled()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);

        var run = await Removals.GoAsync(bench, asked.Id);

        Assert.Equal((RunState.Succeeded, 2), (run.State, bench.Cloud.Removal.Deletions));
        Assert.NotNull(run.Facts.Removal!.DeletionAnsweredAt);
    }

    [Fact]
    public async Task A_lost_permission_never_looks_like_a_deleted_cluster()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        bench.Cloud.LostPermission = Forbidden;
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);

        var run = await bench.WorkAsync(asked.Id);

        Assert.Equal(RunState.NeedsPerson, run.State);
        Assert.Null(run.Facts.Removal!.GoneAt);
        Assert.Contains("lost its permission", run.Question!.Text, StringComparison.Ordinal);
        bench.Cloud.LostPermission = null;
        await Removals.SayAsync(bench, asked.Id, AnswerIds.LookAgain);
        Assert.Equal(RunState.Succeeded, (await Removals.GoAsync(bench, asked.Id)).State);
    }

    [Theory]
    [InlineData(FaultKind.Forbidden)]
    [InlineData(FaultKind.Unauthenticated)]
    [InlineData(FaultKind.NotFound)]
    public async Task A_permission_lost_right_after_the_deletion_stops_the_run_until_it_is_back(FaultKind kind)
    {
        await using var bench = await Removals.StartAsync();
        bench.Cloud.OnAct = act => bench.Cloud.LostPermission = act == "done, reply not read: delete cluster" ? Forbidden with { Kind = kind } : null;

        var run = await Removals.DeleteAsync(bench);
        await Removals.GoAsync(bench, run.Id, StepNames.WaitGone);
        var asked = await bench.WorkAsync(run.Id);

        Assert.Equal(RunState.NeedsPerson, asked.State);
        Assert.NotNull(asked.Facts.Removal!.DeletionAnsweredAt);
        Assert.Null(asked.Facts.Removal.GoneAt);
        bench.Cloud.LostPermission = null;
        await Removals.SayAsync(bench, run.Id, AnswerIds.LookAgain);
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_cluster_that_somebody_else_deleted_is_a_persons_word()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        bench.Cloud.Clusters.Clear();
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);

        var unseen = await bench.WorkAsync(asked.Id);
        Assert.Contains("has not deleted it", unseen.Question!.Text, StringComparison.Ordinal);
        await Removals.SayAsync(bench, asked.Id, AnswerIds.StateDeleted, "A colleague did");
        var run = await Removals.GoAsync(bench, asked.Id);

        Assert.Equal((RunState.Succeeded, 0), (run.State, bench.Cloud.Removal.Deletions));
    }

    [Fact]
    public async Task A_refusal_leaves_the_cluster_and_says_so()
    {
        await using var bench = await Removals.StartAsync();
        var asked = await AskedAsync(bench);
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(Forbidden));
        await Removals.SayAsync(bench, asked.Id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);

        var run = await bench.WorkAsync(asked.Id);

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("Nothing was deleted", run.Rejection!.WhatExists, StringComparison.Ordinal);
    }

    /// <summary>A plain deletion that waits for the typed name.</summary>
    private static async Task<Run> AskedAsync(Bench bench)
    {
        var run = await Removals.DeleteAsync(bench);
        return await bench.WorkAsync(run.Id);
    }
}
