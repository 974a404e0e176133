using ByokConsole.Core.Grants;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Grants;

/// <summary>Granted is told apart from in force.</summary>
public sealed class GrantStatusTests
{
    [Theory]
    [InlineData(CheckState.Fail, CheckState.Waiting, GrantPhase.NotGranted)]
    [InlineData(CheckState.Fail, CheckState.Fail, GrantPhase.NotGranted)]
    [InlineData(CheckState.Pass, CheckState.Waiting, GrantPhase.TakingEffect)]
    [InlineData(CheckState.Pass, CheckState.Pass, GrantPhase.InForce)]
    [InlineData(CheckState.Skipped, CheckState.Pass, GrantPhase.InForce)]
    [InlineData(CheckState.Skipped, CheckState.Waiting, GrantPhase.Unknown)]
    [InlineData(CheckState.Pass, CheckState.Fail, GrantPhase.Refused)]
    public void The_Two_Checks_Together_Say_Where_A_Grant_Stands(CheckState present, CheckState inForce, GrantPhase expected)
        => Assert.Equal(expected, GrantStatus.Of(
            new CheckResult(CheckName.GrantPresent, present, "present"), new CheckResult(CheckName.GrantInForce, inForce, "in force")).Phase);

    [Fact]
    public void Before_Anything_Was_Asked_It_Is_Unknown() => Assert.Equal(GrantPhase.Unknown, GrantStatus.Of(null, null).Phase);
}
