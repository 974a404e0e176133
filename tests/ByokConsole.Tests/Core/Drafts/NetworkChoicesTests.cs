using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Drafts;

public sealed class NetworkChoicesTests
{
    private readonly InMemoryKafkaClusters _clusters = new();

    [Fact]
    public async Task A_ready_network_of_the_kind_and_region_can_be_chosen()
    {
        _clusters.Networks.Add(Network("n-pl3us"));

        var choice = Assert.Single(await ListAsync());

        Assert.Equal(("n-pl3us", true), (choice.Network.Id, choice.CanBeChosen));
    }

    [Theory]
    [InlineData("AZURE", "westeurope", "READY", "It is in westeurope; the cluster will be in eastus.")]
    [InlineData("AZURE", "eastus", "PROVISIONING", "It is PROVISIONING; a cluster needs it READY.")]
    [InlineData("AWS", "eastus", "READY", "It is on AWS; the cluster will be on Azure.")]
    public async Task A_network_that_does_not_fit_says_why(string cloud, string region, string phase, string reason)
    {
        _clusters.Networks.Add(Network("n-1") with { Cloud = cloud, Region = region, Phase = phase });

        Assert.Equal(reason, Assert.Single(await ListAsync()).Reason);
    }

    [Fact]
    public async Task Networks_of_another_kind_are_left_out_and_those_that_fit_come_first()
    {
        _clusters.Networks.AddRange(
            [Network("n-far") with { Region = "westeurope" }, Network("n-peer") with { Kinds = [NetworkKind.Peering] }, Network("n-fits")]);

        Assert.Equal(["n-fits", "n-far"], (await ListAsync()).Select(choice => choice.Network.Id));
    }

    [Fact]
    public async Task Azure_s_way_of_writing_a_region_is_the_same_region()
    {
        _clusters.Networks.Add(Network("n-1") with { Region = "East US" });

        Assert.True(Assert.Single(await ListAsync()).CanBeChosen);
    }

    [Fact]
    public async Task A_fault_is_passed_on()
    {
        _clusters.Fault = Samples.Unreachable;

        var answer = await new NetworkChoices(_clusters).ListAsync(Draft(), TestContext.Current.CancellationToken);

        Assert.Equal(Samples.Unreachable, answer.Fault);
    }

    private static ConfluentNetwork Network(string id) => new(id, id, "AZURE", "eastus", [NetworkKind.PrivateLink], "READY", null);

    private static ClusterDraft Draft() => new()
    {
        Id = "d-1",
        EnvironmentId = "env-9kx2v",
        Owner = "local operator",
        CreatedAt = Samples.Noon,
        Region = "eastus",
        Networking = NetworkKind.PrivateLink,
    };

    private async Task<IReadOnlyList<NetworkChoice>> ListAsync()
        => (await new NetworkChoices(_clusters).ListAsync(Draft(), TestContext.Current.CancellationToken)).Value;
}
