using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Grants;
using ByokConsole.Tests.Builders;
using ByokConsole.Tests.Core.Preflight;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>What is asked of the clouds before a cluster's key is written down.</summary>
public sealed class ClusterKeyReaderTests
{
    private static readonly CloudFault Closed = new(CloudService.KeyVault, FaultKind.ForbiddenByFirewall, "closed");
    private readonly KeyWorld _world = new();

    private ClusterKeyReader Reader => new(_world, _world, new GrantReader(_world));

    [Fact]
    public async Task The_Key_Of_A_Cluster_Comes_With_Its_Newest_Version_Its_Size_And_Its_Grants()
    {
        var key = (await CompleteAsync(ClusterTargets.Of(Samples.Cluster)!)).Value.Key!;

        Assert.Equal((_world.Key.Value.Id, 3072, Samples.Registration.Vault, Samples.Tenant), (key.Key, key.Size, key.Vault, key.TenantId));
        Assert.Equal(("cck-st4g1", Samples.Registration.DisplayName), (key.RegistrationId, key.RegistrationName));
        Assert.Equal(_world.Assignments.Value, key.Assignments);
        Assert.Equal(_world.Policy.Value, key.Rotation);
    }

    [Fact]
    public async Task A_Registered_Key_Of_A_Cluster_That_Is_Wanted_Is_Read_As_Well()
    {
        var read = await CompleteAsync(ClusterSamples.Registered with { Key = ClusterSamples.Registered.Key! with { RegistrationId = "cck-st4g1" } });

        Assert.Equal((_world.Key.Value.Id, 2), (read.Value.Key!.Key, read.Value.Key.Assignments!.Count));
    }

    [Fact]
    public async Task Nobody_Was_Granted_Anything_Before_The_Key_Is_Registered_Or_Has_A_Principal()
    {
        Assert.Empty((await CompleteAsync(ClusterSamples.Wanted)).Value.Key!.Assignments!);
        Assert.DoesNotContain("registration", _world.Reads.Keys);

        _world.ServicePrincipal = new CloudFault(CloudService.Graph, FaultKind.NotFound, "none");
        Assert.Empty((await CompleteAsync(ClusterTargets.Of(Samples.Cluster)!)).Value.Key!.Assignments!);
    }

    [Fact]
    public async Task What_Azure_Does_Not_Tell_Stays_Unknown()
    {
        (_world.Key, _world.Assignments) = (Closed, Closed);

        var key = (await CompleteAsync(ClusterTargets.Of(Samples.Cluster)!)).Value.Key!;

        Assert.Equal((null, null, null), (key.Key.Version, key.Size, (object?)key.Assignments));
    }

    [Fact]
    public async Task Without_Its_Registration_A_Cluster_Has_No_Key_To_Write_Down()
    {
        _world.Registration = Samples.Registration with { Vault = null };
        Assert.Equal("cck-st4g1 names no key in an Azure vault.", (await CompleteAsync(ClusterTargets.Of(Samples.Cluster)!)).Fault!.Message);

        _world.Registration = Closed;
        Assert.Equal(Closed, (await CompleteAsync(ClusterTargets.Of(Samples.Cluster)!)).Fault);
    }

    [Fact]
    public async Task A_Cluster_That_Is_Wanted_Keeps_The_Key_That_Was_Chosen_While_Its_Registration_Cannot_Be_Read()
    {
        _world.Registration = Closed;

        var key = (await CompleteAsync(ClusterSamples.Registered)).Value.Key!;

        Assert.Equal((_world.Key.Value.Id, "cck-1a2b3", (object?)null), (key.Key, key.RegistrationId, key.Assignments));
    }

    [Fact]
    public async Task With_Automatic_Encryption_Nothing_Is_Asked()
    {
        Assert.Equal(ClusterSamples.Automatic, (await CompleteAsync(ClusterSamples.Automatic)).Value);
        Assert.Empty(_world.Reads);
    }

    private Task<Answer<ClusterTarget>> CompleteAsync(ClusterTarget target) => Reader.CompleteAsync(target, TestContext.Current.CancellationToken);
}
