using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>Every check passes on a good key, and each property turned alone is told by its own check and by no other.</summary>
public sealed class CheckFlipTests
{
    public static TheoryData<string> Names => [.. Flips.All.Select(flip => flip.What)];

    [Fact]
    public async Task A_Good_Key_Passes_Every_Check()
    {
        Assert.Equal(Enum.GetValues<CheckName>(), Checks.All.Select(check => check.Name).Order());
        foreach (var check in Checks.All)
        {
            var result = await new KeyWorld().AskAsync(check);

            Assert.Equal((check.Name, CheckState.Pass, ""), (result.Check, result.State, result.Explanation));
            Assert.NotNull(result.Observed);
        }
    }

    [Fact]
    public void Every_Check_Is_Turned_By_Something() => Assert.Equal(Enum.GetValues<CheckName>(), Flips.All.Select(flip => flip.Check).Distinct().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_Property_Turned_Alone_Is_Told_By_Its_Check_Alone(string what)
    {
        var flip = Flips.All.Single(one => one.What == what);
        var world = new KeyWorld();
        flip.Turn(world);

        var result = await world.AskAsync(flip.Check);

        Assert.Equal((flip.State, flip.Observed, flip.Expected), (result.State, result.Observed, result.Expected));
        Assert.Equal(flip.Fields, result.Fields);
        Assert.Equal(flip.Remedies, result.Remedies.Select(remedy => remedy.Kind));
        Assert.NotEmpty(result.Explanation);
        Assert.Contains(flip.Says, string.Join('\n', [result.Explanation, .. result.Remedies.Select(remedy => $"{remedy.Label} {remedy.Value} {remedy.Warning}")]), StringComparison.Ordinal);
        foreach (var other in Checks.All.Where(check => check.Name != flip.Check))
            Assert.Equal((other.Name, flip.Also.Contains(other.Name) ? CheckState.NotAsked : CheckState.Pass), (other.Name, (await world.AskAsync(other)).State));
    }
}
