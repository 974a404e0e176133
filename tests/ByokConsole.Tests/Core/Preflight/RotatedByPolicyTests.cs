using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>A version made by hand is told from one that the policy made, by the day on which it was made.</summary>
public sealed class RotatedByPolicyTests
{
    private static readonly KeyRotationPolicy EveryThirtyDays = new("P30D", null, null);

    [Fact]
    public async Task Versions_That_Came_When_The_Policy_Says_Pass()
    {
        var result = await AskAsync(EveryThirtyDays, KeyWorld.Version('3', -10.02), KeyWorld.Version('2', -40), KeyWorld.Version('1', -70));

        Assert.Equal((CheckState.Pass, "last on 14 Nov 2026"), (result.State, result.Observed));
    }

    [Fact]
    public async Task A_Version_Between_Is_A_Finding_That_Names_It()
    {
        var result = await AskAsync(EveryThirtyDays, KeyWorld.Version('3', -30), KeyWorld.Version('2', -40), KeyWorld.Version('1', -70));

        Assert.Equal((CheckState.Warn, "one by hand"), (result.State, result.Observed));
        Assert.Contains("3333…333 on 25 Oct 2026, not on a day that the rotation policy names", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Automatic_Rotation_Every_New_Version_Was_Made_By_Hand()
    {
        var result = await AskAsync(new KeyRotationPolicy(null, null, null), KeyWorld.Version('2', -3), KeyWorld.Version('1', -70));

        Assert.Equal(CheckState.Warn, result.State);
        Assert.Contains("though nothing rotates this key by itself", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Policy_That_Counts_From_The_Expiry_Is_Understood()
    {
        var policy = new KeyRotationPolicy(null, "P30D", "P90D");
        var before = KeyWorld.Version('1', -70, expires: Samples.Noon.AddDays(20));

        Assert.Equal(CheckState.Pass, (await AskAsync(policy, KeyWorld.Version('2', -10), before)).State);
        Assert.Equal(CheckState.Warn, (await AskAsync(policy, KeyWorld.Version('2', -15), before)).State);
    }

    [Fact]
    public async Task What_Was_Made_Before_The_Cluster_Does_Not_Count()
        => Assert.Equal("not rotated yet", (await AskAsync(EveryThirtyDays, KeyWorld.Version('3', -55), KeyWorld.Version('2', -56))).Observed);

    private static Task<CheckResult> AskAsync(KeyRotationPolicy policy, params KeyListItem[] newestFirst)
    {
        var world = VersionsKeptTests.Bound(newestFirst);
        world.Policy = KeyWorld.Told(policy);
        return world.AskAsync(CheckName.RotatedByPolicy);
    }
}
