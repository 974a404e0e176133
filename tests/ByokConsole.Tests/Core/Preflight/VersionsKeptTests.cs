using ByokConsole.Core.Clouds;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>A version that a cluster's data was written under must stay enabled; the newest one does not replace it.</summary>
public sealed class VersionsKeptTests
{
    [Fact]
    public async Task An_Older_Version_That_Is_Disabled_Is_Loud_And_Comes_With_The_Command_For_It()
    {
        var result = await AskAsync(KeyWorld.Version('3', -1), KeyWorld.Version('2', -20, enabled: false), KeyWorld.Version('1', -90));

        Assert.Equal((CheckState.Fail, "1 disabled"), (result.State, result.Observed));
        Assert.Contains("2222…222 of 4 Nov 2026 is disabled", result.Explanation, StringComparison.Ordinal);
        Assert.Contains($"/keys/staging-cmk/{new string('2', 32)}' --enabled true", Assert.Single(result.Remedies).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_That_Are_All_Enabled_Pass()
    {
        var result = await AskAsync(KeyWorld.Version('3', -1), KeyWorld.Version('2', -20), KeyWorld.Version('1', -90));

        Assert.Equal((CheckState.Pass, "2 enabled"), (result.State, result.Observed));
    }

    [Fact]
    public async Task A_Version_That_Was_Replaced_Before_The_Cluster_Was_Made_May_Be_Disabled()
        => Assert.Equal(CheckState.Pass, (await AskAsync(KeyWorld.Version('3', -60), KeyWorld.Version('2', -90, enabled: false))).State);

    [Fact]
    public async Task The_Newest_Version_Is_Another_Checks()
        => Assert.Equal(CheckState.Pass, (await AskAsync(KeyWorld.Version('3', -1, enabled: false), KeyWorld.Version('2', -20))).State);

    [Fact]
    public async Task What_The_Firewall_Hides_Is_Not_A_Failure()
    {
        var world = Bound();
        world.Versions = new CloudFault(CloudService.KeyVault, FaultKind.ForbiddenByFirewall, "closed");

        Assert.Equal(CheckState.Skipped, (await world.AskAsync(CheckName.VersionsKept)).State);
    }

    /// <summary>A key whose cluster was made fifty days ago.</summary>
    internal static KeyWorld Bound(params KeyListItem[] newestFirst)
    {
        var world = new KeyWorld { Versions = KeyWorld.Told<IReadOnlyList<KeyListItem>>(newestFirst) };
        world.Subject = world.Subject with { BoundClusterId = "lkc-st4g1n", BoundSince = Samples.Noon.AddDays(-50) };
        return world;
    }

    private static Task<CheckResult> AskAsync(params KeyListItem[] newestFirst) => Bound(newestFirst).AskAsync(CheckName.VersionsKept);
}
