using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>After a reply was lost: what is taken for the cluster that was asked for, what is asked about, and what is left alone.</summary>
public sealed class ClusterAdoptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> OneDifferenceEach => new(
        Differences.Keys.Select(difference => (difference, true)).Concat(Differences.Keys.Select(difference => (difference, false))));

    private static Dictionary<string, Func<KafkaCluster, KafkaCluster>> Differences { get; } = new()
    {
        ["region"] = cluster => cluster with { Region = "westeurope" },
        ["cloud"] = cluster => cluster with { Cloud = "AWS" },
        ["size"] = cluster => cluster with { Cku = 3 },
        ["zones"] = cluster => cluster with { AvailabilityText = "HIGH" },
        ["zones unknown today"] = cluster => cluster with { AvailabilityText = "LUNAR" },
        ["type"] = cluster => cluster with { Type = "Enterprise" },
        ["environment"] = cluster => cluster with { EnvironmentId = "env-other" },
        ["no creation time"] = cluster => cluster with { CreatedAt = null },
        ["another key"] = cluster => cluster with { KeyRegistrationId = "cck-other" },
    };

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

    [Theory, MemberData(nameof(OneDifferenceEach))]
    public void One_difference_is_enough_to_be_no_longer_the_one(string difference, bool isSelfManaged)
    {
        var asked = Asked(isSelfManaged);
        var made = Made(asked);
        Assert.True(Assert.Single(ClusterCandidate.Find([made], asked, made.CreatedAt!.Value)).IsTheOne);

        var candidate = Assert.Single(ClusterCandidate.Find([Differences[difference](made)], asked, made.CreatedAt!.Value));

        Assert.Single(candidate.Differences);
    }

    [Fact]
    public void With_a_key_another_name_and_an_older_creation_are_differences_too()
    {
        var asked = Asked(isSelfManaged: true);
        var made = Made(asked);

        Assert.Contains("name", Assert.Single(ClusterCandidate.Find([made with { DisplayName = "other" }], asked, made.CreatedAt!.Value)).Differences.Single(), StringComparison.Ordinal);
        Assert.Contains("before", Assert.Single(ClusterCandidate.Find([made], asked, made.CreatedAt!.Value.AddSeconds(1))).Differences.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_was_not_asked_for_is_a_difference()
    {
        var asked = Asked(isSelfManaged: true) with { NetworkId = "n-1" };
        var made = Made(asked);

        Assert.Single(Assert.Single(ClusterCandidate.Find([made with { NetworkId = "n-2" }], asked, made.CreatedAt!.Value)).Differences);
        Assert.True(Assert.Single(ClusterCandidate.Find([made with { NetworkId = "n-1" }], asked, made.CreatedAt!.Value)).IsTheOne);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_colleagues_cluster_of_the_same_name_and_making_is_never_taken(bool isSelfManaged)
    {
        await using var bench = await Bench.StartAsync();
        var colleagues = bench.Cloud.AddCluster(
            Made(Asked(isSelfManaged)) with { Id = "lkc-colleague", KeyRegistrationId = null, CreatedAt = bench.Cloud.Now.AddMinutes(-1) });
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
    public async Task Two_that_match_are_asked_about_and_the_chosen_one_is_taken()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.Making = made =>
        {
            bench.Cloud.AddCluster(made with { Id = "lkc-twin" });
            return made;
        };

        var asking = await bench.WorkAsync((await LaunchAsync(bench, isSelfManaged: false)).Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains("lkc-twin", asking.Question!.Text, StringComparison.Ordinal);
        Assert.False(await bench.Service.AnswerAsync(asking.Id, "take:lkc-never-offered", Token));
        Assert.True(await bench.Service.AnswerAsync(asking.Id, "take:lkc-twin", Token));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Succeeded, "lkc-twin", 1), (run.State, run.Facts.ClusterId, bench.Cloud.Posts));
        Assert.Contains(asking.Id, bench.Scheduler.Woken);
        Assert.False(await bench.Service.AnswerAsync(asking.Id, "take:lkc-twin", Token));
    }

    [Fact]
    public async Task None_of_them_sends_the_request_again()
    {
        await using var bench = await Bench.StartAsync();
        var asking = await AskAboutAnotherSizeAsync(bench);

        Assert.True(await bench.Service.AnswerAsync(asking.Id, ClusterQuestion.SendAgain, Token));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Succeeded, 2), (run.State, bench.Cloud.Posts));
        Assert.Equal(2, bench.Cloud.Clusters.Single(cluster => cluster.Id == run.Facts.ClusterId).Cku);
    }

    [Fact]
    public async Task Not_knowing_ends_the_run_and_names_what_may_exist()
    {
        await using var bench = await Bench.StartAsync();
        var asking = await AskAboutAnotherSizeAsync(bench);

        Assert.True(await bench.Service.AnswerAsync(asking.Id, ClusterQuestion.Stop, Token));
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
        var one = await LaunchAsync(bench, isSelfManaged: false);
        await bench.Engine.AdvanceAsync(one.Id, Token);
        var rival = await bench.LaunchAsync(draft => draft.Encryption = EncryptionMode.Automatic, "d-2");
        await bench.Engine.AdvanceAsync(rival.Id, Token);

        var asking = await bench.WorkAsync(one.Id);

        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains(rival.Id, asking.Question!.Text, StringComparison.Ordinal);
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

    private static async Task<Run> AskAboutAnotherSizeAsync(Bench bench)
    {
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        bench.Cloud.Making = made => bench.Cloud.Posts == 1 ? made with { Cku = 8 } : made;
        var asking = await bench.WorkAsync((await LaunchAsync(bench, isSelfManaged: false)).Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Contains("8 CKU", asking.Question!.Text, StringComparison.Ordinal);
        return asking;
    }

    private static NewCluster Asked(bool isSelfManaged) => new()
    {
        EnvironmentId = Bench.Environment,
        DisplayName = "orders-prod",
        Region = "eastus",
        Availability = Availability.SingleZone,
        Cku = 2,
        KeyRegistrationId = isSelfManaged ? Bench.Registration : null,
    };

    private static KafkaCluster Made(NewCluster asked) => new()
    {
        Id = "lkc-1",
        EnvironmentId = asked.EnvironmentId,
        DisplayName = asked.DisplayName,
        Type = "Dedicated",
        Cloud = "AZURE",
        Region = asked.Region,
        AvailabilityText = "SINGLE_ZONE",
        Cku = asked.Cku,
        Phase = "PROVISIONING",
        NetworkId = asked.NetworkId,
        KeyRegistrationId = asked.KeyRegistrationId,
        CreatedAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
    };
}
