using System.Text.Json.Nodes;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Preflight;

/// <summary>For each check: one property of the sandbox's world flipped alone turns it from pass to fail, and flipped back, back.</summary>
public sealed class PreflightFlipTests(PreflightWorld world) : IClassFixture<PreflightWorld>
{
    private const string Vault = "vaults/kv-orders-eus";
    private const string Key = Vault + "/keys/orders-cmk";

    public static TheoryData<CheckName, string, string, string, CheckState> Flips => new()
    {
        { CheckName.TenantMatches, Vault, """{"tenantId":"11111111-2222-4333-8444-555555555555"}""", """{"tenantId":"0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11"}""", CheckState.Fail },
        { CheckName.RegionMatches, Vault, """{"location":"westeurope"}""", """{"location":"eastus"}""", CheckState.Fail },
        { CheckName.RbacEnabled, Vault, """{"enableRbacAuthorization":false}""", """{"enableRbacAuthorization":true}""", CheckState.Fail },
        { CheckName.PurgeProtectionOn, Vault, """{"enablePurgeProtection":false}""", """{"enablePurgeProtection":true}""", CheckState.Fail },
        { CheckName.TrustedServicesAllowed, Vault, """{"networkAcls":{"defaultAction":"Deny","bypass":"None"}}""", """{"networkAcls":null}""", CheckState.Fail },
        { CheckName.KeyExists, Key, """{"deleted":true}""", """{"deleted":false}""", CheckState.Fail },
        { CheckName.KeyIsSoftwareRsa, Key, """{"kty":"RSA-HSM"}""", """{"kty":"RSA"}""", CheckState.Fail },
        { CheckName.KeyUsable, Key, """{"enabled":false}""", """{"enabled":true}""", CheckState.Fail },
        { CheckName.KeyUsable, Key, """{"operations":["sign","verify"]}""", """{"operations":["wrapKey","unwrapKey"]}""", CheckState.Fail },
        { CheckName.GrantInForce, Key, """{"enabled":false}""", """{"enabled":true}""", CheckState.Fail },
    };

    [Theory]
    [MemberData(nameof(Flips))]
    public async Task One_Property_Flipped_Alone_Turns_Its_Check_And_Back(CheckName check, string path, string wrong, string right, CheckState expected)
    {
        Assert.Equal(CheckState.Pass, (await world.UntilAsync(check, CheckState.Pass, () => world.Good)).State);

        await world.ControlAsync(HttpMethod.Patch, path, JsonNode.Parse(wrong)!.AsObject());
        var finding = await world.UntilAsync(check, expected, () => world.Good);

        Assert.NotEmpty(finding.Explanation);
        Assert.NotNull(finding.Observed);
        Assert.NotNull(finding.Expected);
        await world.ControlAsync(HttpMethod.Patch, path, JsonNode.Parse(right)!.AsObject());
        await world.UntilAsync(check, CheckState.Pass, () => world.Good);
    }

    [Fact]
    public async Task Every_Check_Passes_On_A_Key_That_Is_In_Order()
    {
        await world.UntilAsync(CheckName.GrantInForce, CheckState.Pass, () => world.Good);

        foreach (var check in PreflightRunner.Order)
            Assert.Equal((check.Name, CheckState.Pass), (check.Name, (await world.AskAsync(check.Name, world.Good)).State));
    }

    [Fact]
    public async Task A_Vault_That_Does_Not_Exist_Fails_And_Its_Properties_Wait()
    {
        var subject = world.Good with { Vault = VaultResourceId.Create(PreflightWorld.Vault.SubscriptionId, "rg-streaming", "kv-nowhere") };

        Assert.Equal(CheckState.Fail, (await world.AskAsync(CheckName.VaultExists, subject)).State);
        Assert.Equal(CheckState.Fail, (await world.AskAsync(CheckName.VaultMatchesKey, subject)).State);
        Assert.Equal(CheckState.NotAsked, (await world.AskAsync(CheckName.RbacEnabled, subject)).State);
    }

    [Fact]
    public async Task A_Vault_Deleted_Alone_Turns_Its_Check_And_Recovered_Back()
    {
        var vault = VaultResourceId.Create(PreflightWorld.Vault.SubscriptionId, "rg-streaming", "kv-flipped");
        var subject = world.Good with { Vault = vault };
        var wanted = new JsonObject
        {
            ["location"] = "eastus",
            ["properties"] = new JsonObject { ["tenantId"] = PreflightWorld.Tenant.ToString(), ["sku"] = new JsonObject { ["family"] = "A", ["name"] = "standard" } },
        };
        await world.ArmAsync(HttpMethod.Put, vault.ToString(), "2023-07-01", (JsonObject)wanted.DeepClone());
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.VaultExists, subject)).State);

        await world.ArmAsync(HttpMethod.Delete, vault.ToString(), "2023-07-01");

        Assert.Equal(CheckState.Fail, (await world.AskAsync(CheckName.VaultExists, subject)).State);
        wanted["properties"]!["createMode"] = "recover";
        await world.ArmAsync(HttpMethod.Put, vault.ToString(), "2023-07-01", (JsonObject)wanted.DeepClone());
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.VaultExists, subject)).State);
    }

    [Fact]
    public async Task Each_Role_Taken_Away_Alone_Turns_Its_Check_And_Given_Again_Back()
    {
        foreach (var role in KeyVaultRole.OfGrant)
        {
            var granted = (await world.AssignmentsAsync()).Single(assignment => assignment.RoleDefinitionId == role.Id);
            await world.ArmAsync(HttpMethod.Delete, granted.Id, "2022-04-01");

            var finding = await world.AskAsync(CheckName.GrantPresent, world.Good);

            Assert.Equal(CheckState.Fail, finding.State);
            Assert.Contains(role.Name, $"{finding.Explanation} {finding.Observed} {finding.Expected}", StringComparison.Ordinal);
            await world.GrantAsync();
            Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.GrantPresent, world.Good)).State);
        }
    }

    [Fact]
    public async Task Without_A_Rotation_Policy_There_Is_A_Warning()
    {
        var finding = await world.AskAsync(CheckName.RotationPolicy, world.Good with { Key = KeyIdentifier.Create("kv-orders-eus", "manual-cmk") });

        Assert.Equal(CheckState.Warn, finding.State);
    }

    [Fact]
    public async Task A_Key_That_Another_Cluster_Has_Is_Not_Free()
    {
        var finding = await world.AskAsync(CheckName.KeyNotBound, world.Good with { Key = KeyIdentifier.Create("kv-orders-weu", "staging-cmk") });

        Assert.Equal(CheckState.Fail, finding.State);
        Assert.Equal("cck-st4g1 in use", finding.Observed);
    }

    [Fact]
    public async Task Unless_Somebody_Says_That_The_Material_Was_Generated_The_Check_Fails()
    {
        var finding = await world.AskAsync(CheckName.MaterialGenerated, world.Good with { MaterialGenerated = false, RegistrationId = null });

        Assert.Equal(CheckState.Fail, finding.State);
    }

    [Fact]
    public async Task A_Registration_Without_Roles_Is_Not_Granted_And_Not_In_Force()
    {
        var subject = world.Good with { RegistrationId = "cck-n0gr4", Vault = VaultResourceId.Create(PreflightWorld.Vault.SubscriptionId, "rg-streaming", "kv-orders-neu") };

        Assert.Equal(CheckState.Fail, (await world.AskAsync(CheckName.GrantPresent, subject)).State);
        Assert.Equal(CheckState.Waiting, (await world.AskAsync(CheckName.GrantInForce, subject)).State);
    }

    [Fact]
    public async Task A_Firewall_Hides_The_Key_And_Fails_Nothing_Of_It()
    {
        var subject = world.Good with
        {
            Vault = VaultResourceId.Create(PreflightWorld.Vault.SubscriptionId, "rg-streaming", "kv-trusted-eus"),
            Key = KeyIdentifier.Create("kv-trusted-eus", "orders-cmk"),
        };

        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.TrustedServicesAllowed, subject)).State);
        foreach (var check in (CheckName[])[CheckName.KeyExists, CheckName.KeyIsSoftwareRsa, CheckName.KeyUsable, CheckName.RotationPolicy])
        {
            var finding = await world.AskAsync(check, subject);
            Assert.Equal((check, CheckState.Skipped), (check, finding.State));
            Assert.Contains("firewall", finding.Explanation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_Preflight_Answers_Every_Check_Once()
    {
        var seen = new List<CheckName>();
        await foreach (var result in world.Get<PreflightRunner>().RunAsync(world.Good, TestContext.Current.CancellationToken))
            seen.Add(result.Check);

        Assert.Equal(PreflightRunner.Order.Select(check => check.Name).Order(), seen.Order());
    }

    [Fact]
    public async Task The_Console_Creates_A_Compliant_Key()
    {
        var made = await world.Get<IVaultKeys>().CreateRsaAsync("kv-orders-eus", "made-here", 3072, TestContext.Current.CancellationToken);

        Assert.True(made.IsOk);
        var subject = world.Good with { Key = KeyIdentifier.Create("kv-orders-eus", "made-here") };
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.KeyIsSoftwareRsa, subject)).State);
        Assert.Equal(CheckState.Pass, (await world.AskAsync(CheckName.KeyUsable, subject)).State);
    }
}
