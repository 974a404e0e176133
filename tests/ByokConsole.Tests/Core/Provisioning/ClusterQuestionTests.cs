using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What only a person can tell, and what becomes of the answer.</summary>
public sealed class ClusterQuestionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_that_match_are_asked_about_and_the_chosen_one_is_taken()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.Making = made =>
        {
            bench.Cloud.AddCluster(made with { Id = "lkc-twin" });
            return made;
        };

        var asking = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic)).Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains("lkc-twin", asking.Question!.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.NoLongerAsked, await bench.AnswerAsync(asking.Id, "take:lkc-never-offered"));
        Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(asking.Id, "take:lkc-twin"));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Succeeded, "lkc-twin", 1), (run.State, run.Facts.ClusterId, bench.Cloud.Posts));
        Assert.Contains(asking.Id, bench.Scheduler.Woken);
        Assert.Equal(AnswerOutcome.NoLongerAsked, await bench.AnswerAsync(asking.Id, "take:lkc-twin"));
    }

    [Fact]
    public async Task None_of_them_sends_the_request_again()
    {
        await using var bench = await Bench.StartAsync();
        var asking = await AskAboutAnotherSizeAsync(bench);

        Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(asking.Id, ClusterQuestion.SendAgain));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Succeeded, 2), (run.State, bench.Cloud.Posts));
        Assert.Equal(2, bench.Cloud.Clusters.Single(cluster => cluster.Id == run.Facts.ClusterId).Cku);
    }

    [Fact]
    public async Task Not_knowing_ends_the_run_and_names_what_may_exist()
    {
        await using var bench = await Bench.StartAsync();
        var asking = await AskAboutAnotherSizeAsync(bench);

        Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(asking.Id, ClusterQuestion.Stop));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Failed, 1), (run.State, bench.Cloud.Posts));
        Assert.Contains(bench.Cloud.Clusters.Single().Id, run.Rejection!.WhatExists, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_another_run_may_have_made_is_asked_about()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        var one = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic);
        await bench.Engine.AdvanceAsync(one.Id, Token);
        var rival = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic, "d-2");
        await bench.Engine.AdvanceAsync(rival.Id, Token);

        var asking = await bench.WorkAsync(one.Id);

        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains(rival.Id, asking.Question!.Text, StringComparison.Ordinal);
    }

    private static async Task<Run> AskAboutAnotherSizeAsync(Bench bench)
    {
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.Making = made => bench.Cloud.Posts == 1 ? made with { Cku = 8 } : made;
        var asking = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic)).Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains("8 CKU", asking.Question!.Text, StringComparison.Ordinal);
        return asking;
    }
}
