using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>What is known well enough to be written down.</summary>
public sealed class ClusterTargetsTests
{
    private static readonly Action<ClusterDraft>[] Gaps =
    [
        draft => draft.ClusterType = null, draft => draft.Cku = null, draft => draft.Region = "", draft => draft.DisplayName = " ",
        draft => draft.Networking = NetworkKind.Peering, draft => draft.TenantId = "mine", draft => draft.KeySource = KeySource.UseExisting,
    ];

    [Fact]
    public void A_Complete_Draft_Is_Written_Down_As_It_Is()
    {
        var target = ClusterTargets.Of(Draft())!;

        Assert.Equal(("env-1", "orders", "eastus", 2, null), (target.EnvironmentId, target.DisplayName, target.Region, target.Cku, target.ClusterId));
        Assert.Equal((Samples.Registration.Vault, Samples.Registration.Key, Samples.Tenant, null), (target.Key!.Vault, target.Key.Key, target.Key.TenantId, target.Key.RegistrationId));
    }

    [Fact]
    public void A_Draft_With_A_Gap_Is_Not_Written_Down()
        => Assert.All(Gaps, open =>
        {
            var draft = Draft();
            open(draft);
            Assert.Null(ClusterTargets.Of(draft));
        });

    [Fact]
    public void A_Dedicated_Cluster_On_Azure_Is_Written_Down_And_Names_Its_Key()
    {
        Assert.Equal(("lkc-st4g1n", "cck-st4g1", null), (ClusterTargets.Of(Samples.Cluster)!.ClusterId, ClusterTargets.Of(Samples.Cluster)!.KeyRegistrationId, ClusterTargets.Of(Samples.Cluster)!.Key));
        Assert.Null(ClusterTargets.Of(Samples.Cluster with { KeyRegistrationId = null })!.KeyRegistrationId);
        Assert.Null(ClusterTargets.Of(Samples.Cluster with { Type = "Basic" }));
        Assert.Null(ClusterTargets.Of(Samples.Cluster with { Cloud = "AWS" }));
    }

    private static ClusterDraft Draft() => new()
    {
        Id = "d-1", EnvironmentId = "env-1", Owner = "me", CreatedAt = Samples.Noon, ClusterType = ClusterType.Dedicated, Cku = 2, Region = "eastus", DisplayName = "orders",
        Encryption = EncryptionMode.SelfManaged, VaultResourceId = Samples.Registration.Vault!.ToString(), KeyIdentifier = Samples.StagingKey, TenantId = Samples.Tenant.ToString(),
    };
}
