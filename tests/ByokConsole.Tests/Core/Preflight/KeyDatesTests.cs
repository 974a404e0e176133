using ByokConsole.Core.Clouds;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>A key's dates are compared with the cloud's clock, to the second; the console's own runs three years ahead.</summary>
public sealed class KeyDatesTests
{
    [Fact]
    public async Task A_Key_That_Begins_This_Instant_Is_Valid() => Assert.Equal(CheckState.Pass, (await AskAsync(key => key with { NotBefore = Samples.Noon })).State);

    [Fact]
    public async Task A_Key_That_Ends_In_A_Second_Is_Not_Expired_Yet()
    {
        var result = await AskAsync(key => key with { Expires = Samples.Noon.AddSeconds(1) });

        Assert.Equal(CheckState.Warn, result.State);
        Assert.Contains("expires in 1 day,", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_Days_To_The_Second_Are_Enough()
    {
        var result = await AskAsync(key => key with { Expires = Samples.Noon.AddDays(30) });

        Assert.Equal((CheckState.Pass, "until 24 Dec 2026"), (result.State, result.Observed));
    }

    [Theory]
    [InlineData(null, "P10D", "rotates 4 Dec 2026")]
    [InlineData("P15D", null, "rotates 29 Nov 2026")]
    public async Task A_Key_That_Ends_Soon_And_Rotates_Before_Is_In_Order(string? afterCreate, string? beforeExpiry, string observed)
    {
        var result = await AskAsync(key => key with { Expires = Samples.Noon.AddDays(20) }, KeyWorld.Told(new KeyRotationPolicy(afterCreate, beforeExpiry, null)));

        Assert.Equal((CheckState.Pass, observed), (result.State, result.Observed));
    }

    [Theory]
    [InlineData("P31D", null)]
    [InlineData("next month", null)]
    [InlineData(null, null)]
    public async Task A_Rotation_That_Comes_Too_Late_Or_Never_Is_A_Warning(string? afterCreate, string? beforeExpiry)
    {
        var result = await AskAsync(key => key with { Expires = Samples.Noon.AddDays(20) }, KeyWorld.Told(new KeyRotationPolicy(afterCreate, beforeExpiry, null)));

        Assert.Equal(CheckState.Warn, result.State);
        Assert.Contains("expires in 20 days, and nothing rotates it before", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Policy_That_Cannot_Be_Seen_Is_Not_Said_To_Be_None()
    {
        var result = await AskAsync(
            key => key with { Expires = Samples.Noon.AddDays(20) }, new CloudFault(CloudService.KeyVault, FaultKind.ForbiddenByRbac, "No.") { Status = 403 });

        Assert.Equal(CheckState.Warn, result.State);
        Assert.DoesNotContain("nothing rotates", result.Explanation, StringComparison.Ordinal);
        Assert.Contains("cannot be seen from here", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_Operations_A_Vault_Names_The_Command_Keeps_Them_Words()
    {
        var world = new KeyWorld();
        world.Key = world.Key.Select(key => key with { Operations = ["sign; rm -rf ~"] });

        var command = Assert.Single((await world.AskAsync(CheckName.KeyUsable)).Remedies).Value;

        Assert.EndsWith("--ops 'sign; rm -rf ~' 'wrapKey' 'unwrapKey'", command, StringComparison.Ordinal);
    }

    private static async Task<CheckResult> AskAsync(Func<KeyAttributes, KeyAttributes> turn, Answer<KeyRotationPolicy>? policy = null)
    {
        var world = new KeyWorld { Policy = policy ?? KeyWorld.Told(new KeyRotationPolicy(null, null, null)) };
        Flips.Turn(world, turn);
        return await world.AskAsync(CheckName.KeyUsable);
    }
}
