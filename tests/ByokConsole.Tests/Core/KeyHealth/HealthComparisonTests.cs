using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.KeyHealth;

/// <summary>Only changes are kept: what changed, from what, to what. A cloud that does not answer changes nothing.</summary>
public sealed class HealthComparisonTests
{
    private static readonly CheckResult Enabled = new(CheckName.KeyUsable, CheckState.Pass, "") { Observed = "no expiry" };
    private static readonly CheckResult Disabled = new(CheckName.KeyUsable, CheckState.Fail, "The key is disabled.") { Observed = "disabled" };

    [Fact]
    public void A_Finding_That_Came_Says_From_What_To_What()
    {
        var change = Assert.Single(HealthComparison.Changes(Report(Enabled), Report(Disabled)));

        Assert.Equal(
            (CheckName.KeyUsable, CheckState.Pass, "no expiry", CheckState.Fail, "disabled", Samples.Noon),
            (change.Check, change.From!.Value, change.ObservedBefore, change.To, change.Observed, change.SeenAt));
        Assert.True(change is { IsWorse: true, IsHealed: false });
    }

    [Fact]
    public void A_Finding_That_Went_Is_Told_As_Healed()
        => Assert.True(Assert.Single(HealthComparison.Changes(Report(Disabled), Report(Enabled))) is { IsHealed: true, IsWorse: false });

    [Fact]
    public void The_Same_Again_Is_No_News() => Assert.Empty(HealthComparison.Changes(Report(Disabled), Report(Disabled)));

    [Fact]
    public void Another_Observation_In_The_Same_State_Is_News()
    {
        var change = Assert.Single(HealthComparison.Changes(Report(Enabled), Report(Enabled with { Observed = "until 3 Mar 2027" })));

        Assert.Equal(("no expiry", "until 3 Mar 2027"), (change.ObservedBefore, change.Observed));
        Assert.False(change.IsWorse);
    }

    [Fact]
    public void The_First_Round_Tells_What_Is_Wrong_And_Nothing_Else()
    {
        var change = Assert.Single(HealthComparison.Changes(null, Report(Disabled, new CheckResult(CheckName.RbacEnabled, CheckState.Pass, ""))));

        Assert.Equal((CheckName.KeyUsable, (CheckState?)null), (change.Check, change.From));
    }

    [Fact]
    public void Where_The_Cloud_Is_Away_The_Answer_Before_Still_Stands()
    {
        var away = new CheckResult(CheckName.KeyUsable, CheckState.Skipped, "No answer came from the cloud.") { IsMomentary = true };

        var merged = HealthComparison.Merge(Report(Disabled), Report(away));

        Assert.Equal(Disabled, Assert.Single(merged.Results));
        Assert.Empty(HealthComparison.Changes(Report(Disabled), merged));
    }

    [Fact]
    public void What_Can_No_Longer_Be_Seen_Is_News()
    {
        var hidden = new CheckResult(CheckName.KeyUsable, CheckState.Skipped, "The vault's firewall keeps this console out.");

        Assert.Equal(CheckState.Skipped, Assert.Single(HealthComparison.Changes(Report(Enabled), HealthComparison.Merge(Report(Enabled), Report(hidden)))).To);
    }

    [Fact]
    public void The_Worst_Finding_Decides_The_Standing()
    {
        var inForce = new CheckResult(CheckName.GrantInForce, CheckState.Pass, "");
        var warned = new CheckResult(CheckName.RotationPolicy, CheckState.Warn, "Nothing rotates this key.");

        Assert.Equal(KeyStanding.Healthy, Report(Enabled, inForce).Standing);
        Assert.Equal(KeyStanding.Warning, Report(Enabled, warned, inForce).Standing);
        Assert.Equal(KeyStanding.Broken, Report(warned, Disabled, inForce).Standing);
        Assert.Equal(KeyStanding.Waiting, Report(new CheckResult(CheckName.GrantInForce, CheckState.Waiting, "soon")).Standing);
        Assert.Equal(KeyStanding.Unseen, Report(Enabled).Standing);
    }

    private static KeyHealthReport Report(params CheckResult[] results)
        => new() { RegistrationId = "cck-st4g1", ClusterId = "lkc-st4g1n", Results = results, CheckedAt = Samples.Noon };
}
