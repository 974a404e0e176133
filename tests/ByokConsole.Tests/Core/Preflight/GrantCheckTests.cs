using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>Which role assignments count for the vault, and how long "taking effect" is believed.</summary>
public sealed class GrantCheckTests
{
    private const string Subscription = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11";
    private const string Vault = Subscription + "/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu";

    [Theory]
    [InlineData(Vault, "vault scope")]
    [InlineData("/SUBSCRIPTIONS/6F1C2A9E-5C1B-4A0E-8E0D-0B8A6F1F2C11/RESOURCEGROUPS/RG-STREAMING/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/KV-ORDERS-WEU", "vault scope")]
    [InlineData(Subscription + "/resourcegroups/RG-Streaming", "above the vault")]
    [InlineData(Subscription + "/", "above the vault")]
    [InlineData("/", "above the vault")]
    public async Task A_Scope_At_Or_Above_The_Vault_Counts(string scope, string observed)
    {
        var result = await PresentAsync([.. KeyVaultRole.OfGrant.Select(role => KeyWorld.Assigned(role, scope))]);

        Assert.Equal((CheckState.Pass, observed), (result.State, result.Observed));
    }

    [Theory]
    [InlineData(Vault + "2")]
    [InlineData(Vault + "/keys/staging-cmk")]
    [InlineData(Subscription + "/resourceGroups/rg-stream")]
    [InlineData("/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c1")]
    public async Task A_Scope_Beside_Below_Or_Only_Alike_Does_Not(string scope)
        => Assert.Equal(CheckState.Fail, (await PresentAsync([.. KeyVaultRole.OfGrant.Select(role => KeyWorld.Assigned(role, scope))])).State);

    [Fact]
    public async Task Another_Role_With_The_Same_Rights_Is_Not_Counted()
        => Assert.Equal(CheckState.Fail, (await PresentAsync(
            [KeyWorld.Assigned(KeyVaultRole.Reader), KeyWorld.Assigned(new KeyVaultRole(Guid.Parse("00482a5a-887f-4fb3-b363-3b7fe8e74483"), "Key Vault Administrator"))])).State);

    [Fact]
    public async Task Waiting_Counts_From_The_Younger_Role_By_The_Clouds_Clock()
    {
        var world = Refused("INVALID", Samples.Noon.AddMinutes(-50), Samples.Noon.AddMinutes(-30).AddSeconds(1));

        var result = await world.AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Waiting, (DateTimeOffset?)Samples.Noon.AddMinutes(-30).AddSeconds(1), (DateTimeOffset?)Samples.Noon), (result.State, result.Since, result.CloudTime));
        Assert.Contains("Confluent says INVALID", result.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INVALID")]
    [InlineData("INITIALIZING")]
    [InlineData("SOMETHING_NEW")]
    public async Task At_The_Deadline_Waiting_Becomes_A_Failure_That_Says_Where_To_Look(string phase)
    {
        var result = await Refused(phase, Samples.Noon.AddMinutes(-50), Samples.Noon.AddMinutes(-30)).AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Fail, phase), (result.State, result.Observed));
        Assert.Contains("firewall", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_The_Grant_A_Registration_Waits_For_It_Whether_Confluent_Has_Tried_Or_Not()
    {
        var waiting = await Refused("INITIALIZING").AskAsync(CheckName.GrantInForce);
        var refused = await Refused("INVALID").AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Waiting, RemedyKind.Grant), (waiting.State, Assert.Single(waiting.Remedies).Kind));
        Assert.Equal((CheckState.Waiting, RemedyKind.Grant), (refused.State, Assert.Single(refused.Remedies).Kind));
        Assert.Contains("as long as it has no access", refused.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Bound_Key_That_Lost_Its_Grant_And_Is_Refused_Fails()
    {
        var world = Refused("INVALID");
        world.Subject = world.Subject with { BoundClusterId = "lkc-1" };

        var result = await world.AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Fail, "Restore grants"), (result.State, Assert.Single(result.Remedies).Label));
    }

    [Fact]
    public async Task Roles_Without_A_Date_Are_Not_Said_To_Be_Missing()
    {
        var world = Refused("INVALID", Samples.Noon);
        world.Assignments = world.Assignments.Select<IReadOnlyList<RoleAssignment>>(roles => [.. roles.Select(role => role with { CreatedOn = null })]);

        var result = await world.AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Waiting, (DateTimeOffset?)Samples.Noon.AddMinutes(-5)), (result.State, result.Since));
    }

    [Fact]
    public async Task Roles_That_Cannot_Be_Seen_Are_Not_Said_To_Be_Missing()
    {
        var world = Refused("INVALID");
        world.Assignments = new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "No.") { Status = 403 };

        var result = await world.AskAsync(CheckName.GrantInForce);

        Assert.Equal(CheckState.Fail, result.State);
        Assert.Contains("cannot be seen from here", result.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.CloudError)]
    [InlineData(FaultKind.Unreachable)]
    public async Task While_Azure_Is_In_Trouble_Nobody_Is_Said_To_Be_Denied(FaultKind trouble)
    {
        var world = Refused("INVALID");
        world.Assignments = new CloudFault(CloudService.ResourceManager, trouble, "Not now.");

        var result = await world.AskAsync(CheckName.GrantInForce);

        Assert.Equal((CheckState.Skipped, true), (result.State, result.IsMomentary));
    }

    private static KeyWorld Refused(string phase, params DateTimeOffset[] grantedAt)
    {
        var world = new KeyWorld();
        world.Registration = world.Registration.Select(one => one with { Validation = new KeyValidation(phase, Samples.Noon.AddMinutes(-5), null, null) });
        world.Assignments = KeyWorld.Told<IReadOnlyList<RoleAssignment>>(
            [.. KeyVaultRole.OfGrant.Take(grantedAt.Length * 2).Select((role, index) => KeyWorld.Assigned(role, at: grantedAt[Math.Min(index, grantedAt.Length - 1)]))]);
        return world;
    }

    private static async Task<CheckResult> PresentAsync(IReadOnlyList<RoleAssignment> assignments)
        => await new KeyWorld { Assignments = KeyWorld.Told(assignments) }.AskAsync(CheckName.GrantPresent);
}
