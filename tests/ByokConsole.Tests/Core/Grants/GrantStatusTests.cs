using ByokConsole.Core.Grants;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Grants;

/// <summary>Granted is not yet in force: what the two checks say together, for every pair of their answers.</summary>
public sealed class GrantStatusTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CheckState.Fail, CheckState.Waiting, GrantPhase.NotGranted, "present")]
    [InlineData(CheckState.Fail, CheckState.Fail, GrantPhase.NotGranted, "present")]
    [InlineData(CheckState.Fail, CheckState.Skipped, GrantPhase.NotGranted, "present")]
    [InlineData(CheckState.Pass, CheckState.Waiting, GrantPhase.TakingEffect, "in force")]
    [InlineData(CheckState.Warn, CheckState.Waiting, GrantPhase.TakingEffect, "in force")]
    [InlineData(CheckState.Pass, CheckState.Fail, GrantPhase.Refused, "in force")]
    [InlineData(CheckState.Warn, CheckState.Fail, GrantPhase.Refused, "in force")]
    [InlineData(CheckState.Skipped, CheckState.Fail, GrantPhase.Refused, "in force")]
    [InlineData(CheckState.Skipped, CheckState.Waiting, GrantPhase.Unknown, "present")]
    [InlineData(CheckState.Skipped, CheckState.Skipped, GrantPhase.Unknown, "in force")]
    [InlineData(CheckState.Pass, CheckState.Skipped, GrantPhase.Unknown, "in force")]
    [InlineData(CheckState.NotAsked, CheckState.NotAsked, GrantPhase.Unknown, "in force")]
    public void Two_Answers_Make_One_Phase(CheckState present, CheckState inForce, GrantPhase phase, string explanation)
    {
        var status = GrantStatus.Of(Result(CheckName.GrantPresent, present, "present"), Result(CheckName.GrantInForce, inForce, "in force"));

        Assert.Equal(new GrantStatus(phase, phase is GrantPhase.TakingEffect ? Since : null, explanation), status);
    }

    [Theory]
    [InlineData(CheckState.Pass)]
    [InlineData(CheckState.Fail)]
    [InlineData(CheckState.Skipped)]
    public void What_Confluent_Has_Tried_With_Success_Is_In_Force_Whatever_Azure_Shows(CheckState present)
        => Assert.Equal(
            new GrantStatus(GrantPhase.InForce, Since, ""),
            GrantStatus.Of(Result(CheckName.GrantPresent, present, "present"), Result(CheckName.GrantInForce, CheckState.Pass, "")));

    [Fact]
    public void Before_Anything_Was_Asked_Nothing_Is_Known() => Assert.Equal(new GrantStatus(GrantPhase.Unknown, null, ""), GrantStatus.Of(null, null));

    private static CheckResult Result(CheckName check, CheckState state, string explanation) => new(check, state, explanation) { Since = Since };
}
