using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>After a reply was lost: what is taken for the cluster that was asked for, and what is left alone.</summary>
public sealed class ClusterAdoptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_one_cluster_with_which_everything_agrees_is_taken(bool isSelfManaged)
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);

        var run = await bench.WorkAsync((await LaunchAsync(bench, isSelfManaged)).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(Assert.Single(bench.Cloud.Clusters).Id, run.Facts.ClusterId);
        Assert.Equal(1, bench.Cloud.Posts);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_colleagues_cluster_of_the_same_name_and_making_is_never_taken(bool isSelfManaged)
    {
        await using var bench = await Bench.StartAsync();
        var colleagues = bench.Cloud.AddCluster(
            Clusters.Made(Clusters.Asked(isSelfManaged)) with { Id = "lkc-colleague", KeyRegistrationId = null, CreatedAt = bench.Cloud.Now.AddMinutes(-1) });
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);

        var run = await bench.WorkAsync((await LaunchAsync(bench, isSelfManaged)).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.NotEqual(colleagues.Id, run.Facts.ClusterId);
        Assert.Equal(2, bench.Cloud.Clusters.Count);
        Assert.Equal(2, bench.Cloud.Posts);
    }

    [Fact]
    public async Task A_lost_request_is_sent_again_only_after_several_looks()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        var run = await bench.LaunchAsync();
        var pace = new RunPace();

        var looks = 0;
        while (bench.Cloud.Posts < 2)
        {
            run = (await bench.Engine.AdvanceAsync(run.Id, Token))!;
            bench.Clock.Advance(run.NextLookAt!.Value - bench.Clock.GetUtcNow());
            looks++;
        }

        Assert.True(looks > pace.Looks, $"It was sent again after {looks} turns.");
        Assert.Single(bench.Cloud.Clusters);
    }

    [Fact]
    public async Task A_cluster_that_another_run_has_on_record_is_no_candidate()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        var one = await LaunchAsync(bench, isSelfManaged: false);
        await bench.Engine.AdvanceAsync(one.Id, Token);
        var other = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic, "d-2")).Id);

        var run = await bench.WorkAsync(one.Id);

        Assert.Equal((RunState.Succeeded, RunState.Succeeded), (run.State, other.State));
        Assert.NotEqual(other.Facts.ClusterId, run.Facts.ClusterId);
    }

    private static Task<Run> LaunchAsync(Bench bench, bool isSelfManaged)
        => bench.LaunchAsync(draft => draft.Encryption = isSelfManaged ? EncryptionMode.SelfManaged : EncryptionMode.Automatic);
}
