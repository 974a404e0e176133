using ByokConsole.Core.Confluent;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What speaks against a cluster being the one that was asked for.</summary>
public sealed class ClusterCandidateTests
{
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

    [Theory, MemberData(nameof(OneDifferenceEach))]
    public void One_difference_is_enough_to_be_no_longer_the_one(string difference, bool isSelfManaged)
    {
        var asked = Clusters.Asked(isSelfManaged);
        var made = Clusters.Made(asked);
        Assert.True(Assert.Single(ClusterCandidate.Find([made], asked, made.CreatedAt!.Value)).IsTheOne);

        var candidate = Assert.Single(ClusterCandidate.Find([Differences[difference](made)], asked, made.CreatedAt!.Value));

        Assert.Single(candidate.Differences);
    }

    [Fact]
    public void With_a_key_another_name_and_an_older_creation_are_differences_too()
    {
        var asked = Clusters.Asked(isSelfManaged: true);
        var made = Clusters.Made(asked);

        Assert.Contains("name", Assert.Single(ClusterCandidate.Find([made with { DisplayName = "other" }], asked, made.CreatedAt!.Value)).Differences.Single(), StringComparison.Ordinal);
        Assert.Contains("before", Assert.Single(ClusterCandidate.Find([made], asked, made.CreatedAt!.Value.AddSeconds(1))).Differences.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_was_not_asked_for_is_a_difference()
    {
        var asked = Clusters.Asked(isSelfManaged: true) with { NetworkId = "n-1" };
        var made = Clusters.Made(asked);

        Assert.Single(Assert.Single(ClusterCandidate.Find([made with { NetworkId = "n-2" }], asked, made.CreatedAt!.Value)).Differences);
        Assert.True(Assert.Single(ClusterCandidate.Find([made with { NetworkId = "n-1" }], asked, made.CreatedAt!.Value)).IsTheOne);
    }
}
