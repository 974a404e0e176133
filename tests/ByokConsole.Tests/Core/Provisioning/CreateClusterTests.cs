using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The request for the cluster, and what the cloud says to it.</summary>
public sealed class CreateClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
        Assert.True(Cancelling.IsPossible(waiting!));
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
}
