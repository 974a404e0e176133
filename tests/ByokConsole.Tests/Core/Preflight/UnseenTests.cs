using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>What cannot be seen is skipped and never failed; what is not well-formed is not asked.</summary>
public sealed class UnseenTests
{
    private static readonly CheckName[] OfTheKey = [CheckName.KeyExists, CheckName.KeyIsSoftwareRsa, CheckName.KeyUsable, CheckName.RotationPolicy];
    private static readonly CheckName[] OfTheVault = [CheckName.VaultExists, CheckName.RbacEnabled, CheckName.TrustedServicesAllowed];

    public static TheoryData<FaultKind> Unclear =>
        [FaultKind.ForbiddenByFirewall, FaultKind.ForbiddenByRbac, FaultKind.ForbiddenByPolicy, FaultKind.Forbidden, FaultKind.Unauthenticated, FaultKind.Throttled,
            FaultKind.CloudError, FaultKind.Unreachable, FaultKind.Malformed, FaultKind.Refused];

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_Key_That_Cannot_Be_Seen_Is_Skipped_And_Says_Why(FaultKind kind)
    {
        var world = new KeyWorld { Key = Fault(CloudService.KeyVault, kind) };

        foreach (var check in OfTheKey)
            await IsSkippedAsync(world, check);
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.PurgeProtectionOn)).State);
    }

    [Fact]
    public async Task Of_A_Vault_That_Does_Not_Exist_One_Check_Fails_And_None_Passes()
    {
        var world = new KeyWorld
        {
            Vault = Fault(CloudService.ResourceManager, FaultKind.NotFound),
            Key = Fault(CloudService.KeyVault, FaultKind.Unreachable),
            Policy = Fault(CloudService.KeyVault, FaultKind.Unreachable),
        };

        foreach (var check in OfTheKey.Append(CheckName.VaultMatchesKey).Append(CheckName.KeyNotBound))
            Assert.Equal((check, CheckState.NotAsked, "Waits for a vault that exists."), (check, (await world.AskAsync(check)).State, (await world.AskAsync(check)).Explanation));
        Assert.Equal(CheckState.Fail, (await world.AskAsync(CheckName.VaultExists)).State);
    }

    [Fact]
    public async Task A_Key_That_Cannot_Wrap_Is_Offered_No_Command_That_Permits_It()
    {
        var world = new KeyWorld();
        world.Key = new Answer<VaultKey>(world.Key.Value with { KeyType = "EC", KeySize = null, Operations = ["sign", "verify"] });

        var result = await world.AskAsync(CheckName.KeyUsable);

        Assert.Equal((CheckState.Fail, "EC"), (result.State, result.Observed));
        Assert.Empty(result.Remedies);
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_Vault_That_Cannot_Be_Seen_Is_Skipped_And_Its_Challenge_Tells_Tenant_And_Region(FaultKind kind)
    {
        var world = new KeyWorld { Vault = Fault(CloudService.ResourceManager, kind) };

        foreach (var check in OfTheVault)
            await IsSkippedAsync(world, check);
        foreach (var check in (CheckName[])[CheckName.VaultMatchesKey, CheckName.TenantMatches, CheckName.RegionMatches, CheckName.PurgeProtectionOn])
            Assert.Equal((check, CheckState.Pass), (check, (await world.AskAsync(check)).State));
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task Nothing_Fails_Where_No_Cloud_Tells_Anything(FaultKind kind)
    {
        var world = new KeyWorld
        {
            Vault = Fault(CloudService.ResourceManager, kind), Key = Fault(CloudService.KeyVault, kind), Challenge = Fault(CloudService.KeyVault, kind),
            Policy = Fault(CloudService.KeyVault, kind), Versions = Fault(CloudService.KeyVault, kind),
            Registration = Fault(CloudService.ConfluentCloud, kind),
        };

        foreach (var check in Enum.GetValues<CheckName>().Except([CheckName.VaultMatchesKey, CheckName.MaterialGenerated]))
            await IsSkippedAsync(world, check);
    }

    [Theory]
    [InlineData(CloudService.Graph)]
    [InlineData(CloudService.ResourceManager)]
    public async Task Role_Assignments_That_Cannot_Be_Seen_Are_Not_Said_To_Be_Missing(CloudService service)
    {
        var world = new KeyWorld();
        if (service is CloudService.Graph)
            world.ServicePrincipal = Fault(service, FaultKind.Forbidden);
        else
            world.Assignments = Fault(service, FaultKind.Forbidden);

        await IsSkippedAsync(world, CheckName.GrantPresent);
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.GrantInForce)).State);
    }

    [Fact]
    public async Task The_Challenge_Turns_Tenant_And_Region_As_The_Vault_Would()
    {
        var other = Guid.Parse("11111111-2222-4333-8444-555555555555");
        var world = new KeyWorld { Vault = Fault(CloudService.ResourceManager, FaultKind.Forbidden), Challenge = KeyWorld.Told(new VaultChallenge(other, "eastus")) };

        var tenant = await world.AskAsync(CheckName.TenantMatches);
        Assert.Equal((CheckState.Fail, Samples.Tenant.ToString(), other.ToString()), (tenant.State, tenant.Observed, tenant.Expected));
        Assert.Equal((CheckState.Fail, "eastus"), Seen(await world.AskAsync(CheckName.RegionMatches)));
        Assert.Equal(2, world.Reads["challenge"]);
    }

    [Fact]
    public async Task A_Vault_That_Can_Be_Seen_Is_Asked_For_No_Challenge()
    {
        var world = new KeyWorld();

        await world.AskAsync(CheckName.TenantMatches);
        await world.AskAsync(CheckName.RegionMatches);

        Assert.DoesNotContain("challenge", world.Reads.Keys);
    }

    [Fact]
    public async Task With_The_Key_Alone_Tenant_Region_And_Purge_Protection_Are_Told()
    {
        var world = new KeyWorld();
        world.Subject = world.Subject with { Vault = null };

        foreach (var check in (CheckName[])[CheckName.TenantMatches, CheckName.RegionMatches, CheckName.PurgeProtectionOn])
            Assert.Equal((check, CheckState.Pass), (check, (await world.AskAsync(check)).State));
        Assert.DoesNotContain("vault", world.Reads.Keys);
    }

    [Fact]
    public async Task Nothing_Is_Asked_About_A_Draft_Whose_Fields_Are_Not_Well_Formed()
    {
        var draft = new ClusterDraft
        {
            Id = "d-1", EnvironmentId = "env-1", Owner = "x", CreatedAt = Samples.Noon, Encryption = EncryptionMode.SelfManaged,
            VaultResourceId = "kv-orders-weu", KeyIdentifier = "staging-cmk", TenantId = "contoso", Region = "westeurope", MaterialGenerated = true,
        };
        var world = new KeyWorld { Subject = DraftSubject.Of(draft) };

        foreach (var check in Checks.All)
        {
            var result = await world.AskAsync(check);
            Assert.Equal((check.Name, CheckState.NotAsked), (check.Name, result.State));
            Assert.StartsWith("Waits for ", result.Explanation, StringComparison.Ordinal);
        }

        Assert.Empty(world.Reads);
    }

    [Fact]
    public async Task A_Key_That_Is_Refused_Because_It_Is_Disabled_Exists_And_Cannot_Be_Used()
    {
        var world = new KeyWorld { Key = Fault(CloudService.KeyVault, FaultKind.KeyDisabled) };

        Assert.Equal((CheckState.Pass, "disabled"), Seen(await world.AskAsync(CheckName.KeyExists)));
        Assert.Equal((CheckState.Fail, "disabled"), Seen(await world.AskAsync(CheckName.KeyUsable)));
    }

    private static async Task IsSkippedAsync(KeyWorld world, CheckName check)
    {
        var result = await world.AskAsync(check);

        Assert.Equal((check, CheckState.Skipped), (check, result.State));
        Assert.NotEmpty(result.Explanation);
        Assert.Empty(result.Fields);
        Assert.Equal([RemedyKind.TryAgain], result.Remedies.Select(remedy => remedy.Kind));
    }

    private static (CheckState, string?) Seen(CheckResult result) => (result.State, result.Observed);

    private static CloudFault Fault(CloudService service, FaultKind kind) => new(service, kind, "The cloud's own words.") { Status = 403 };
}
