using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Keys;
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
    public void A_Cluster_Is_Written_Down_With_Its_Key_And_Not_With_Another()
    {
        var report = new ClusterSecurityReport { Cluster = Samples.Cluster, Registration = Samples.Registration };

        Assert.Equal(("lkc-st4g1n", "cck-st4g1"), (ClusterTargets.Of(report)!.ClusterId, ClusterTargets.Of(report)!.Key!.RegistrationId));
        Assert.Null(ClusterTargets.Of(report with { Registration = Samples.Registration with { Id = "cck-0ther" } }));
        Assert.Null(ClusterTargets.Of(report with { Registration = new CloudFault(CloudService.ConfluentCloud, FaultKind.Unreachable, "away") }));
        Assert.Null(ClusterTargets.Of(report with { Cluster = Samples.Cluster with { Type = "Basic" } }));
        Assert.Null(ClusterTargets.Of(new ClusterSecurityReport { Cluster = Samples.Cluster with { KeyRegistrationId = null } })!.Key);
    }

    [Fact]
    public void What_Cannot_Be_Read_Of_A_Key_Is_Left_Out()
    {
        var fault = new CloudFault(CloudService.KeyVault, FaultKind.Forbidden, "closed");
        var details = new KeyDetails { Row = new KeyRow { Registration = Samples.Registration, Cluster = Samples.Cluster }, Versions = fault, Assignments = fault };

        var key = ClusterTargets.Of(details)!.Key!;

        Assert.Equal((null, 0), (key.Key.Version, key.Assignments.Count));
        Assert.Null(ClusterTargets.Of(details with { Row = details.Row with { Cluster = null } }));
    }

    private static ClusterDraft Draft() => new()
    {
        Id = "d-1", EnvironmentId = "env-1", Owner = "me", CreatedAt = Samples.Noon, ClusterType = ClusterType.Dedicated, Cku = 2, Region = "eastus", DisplayName = "orders",
        Encryption = EncryptionMode.SelfManaged, VaultResourceId = Samples.Registration.Vault!.ToString(), KeyIdentifier = Samples.StagingKey, TenantId = Samples.Tenant.ToString(),
    };
}
