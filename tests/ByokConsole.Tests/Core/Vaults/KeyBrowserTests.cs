using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Vaults;

/// <summary>Browsing shows everything: what suits first, the rest with the reason.</summary>
public sealed class KeyBrowserTests
{
    private readonly InMemoryVaults _vaults = new();
    private readonly BrowsedKeys _keys = new();
    private readonly InMemoryKeyRegistrations _registrations = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Vault, string?> Vaults => new()
    {
        { "good", Samples.Vault, null },
        { "firewall that admits trusted services", Samples.Vault with { Network = new VaultNetwork(false, true) }, null },
        { "elsewhere", Samples.Vault with { Location = "East US" }, "It is in eastus; the cluster will be in westeurope." },
        { "access policies", Samples.Vault with { RbacEnabled = false }, "It decides by access policies; Azure RBAC is needed." },
        { "purgeable", Samples.Vault with { PurgeProtection = false }, "Purge protection is off." },
        { "shut", Samples.Vault with { Network = new VaultNetwork(false, false) }, "Its firewall keeps trusted services out." },
    };

    public static TheoryData<string, Func<VaultKey, VaultKey>, string?> Keys => new()
    {
        { "good", key => key, null },
        { "ends later", key => key with { Attributes = key.Attributes with { Expires = Samples.Noon.AddSeconds(1), NotBefore = Samples.Noon } }, null },
        { "in hardware", key => key with { KeyType = "RSA-HSM" }, "It is RSA-HSM; only software-protected RSA keys are supported." },
        { "a curve", key => key with { KeyType = "EC", KeySize = null }, "It is EC; only software-protected RSA keys are supported." },
        { "disabled", key => key with { Attributes = key.Attributes with { Enabled = false } }, "It is disabled." },
        { "expired", key => key with { Attributes = key.Attributes with { Expires = Samples.Noon } }, "It has expired." },
        { "not yet", key => key with { Attributes = key.Attributes with { NotBefore = Samples.Noon.AddSeconds(1) } }, "It is not valid yet." },
        { "cannot unwrap", key => key with { Operations = ["wrapKey"] }, "It does not permit wrapping and unwrapping." },
        { "cannot wrap", key => key with { Operations = ["unwrapKey"] }, "It does not permit wrapping and unwrapping." },
    };

    [Theory]
    [MemberData(nameof(Vaults))]
    public async Task A_Vault_Says_Why_It_Does_Not_Suit(string what, Vault vault, string? reason)
    {
        _vaults.Vaults.Add(vault);

        Assert.Equal((what, reason), (what, Assert.Single((await Browser().ListVaultsAsync(vault.Id.SubscriptionId, "westeurope", Token)).Value).Reason));
    }

    [Fact]
    public async Task Without_A_Region_No_Vault_Is_In_The_Wrong_One()
    {
        _vaults.Vaults.Add(Samples.Vault with { Location = "eastus" });

        Assert.Null(Assert.Single((await Browser().ListVaultsAsync(Samples.Vault.Id.SubscriptionId, null, Token)).Value).Reason);
    }

    [Fact]
    public async Task Vaults_That_Suit_Come_First_Each_Kind_By_Name()
    {
        _vaults.Vaults.AddRange([Named("kv-d"), Named("kv-b") with { RbacEnabled = false }, Named("kv-a") with { RbacEnabled = false }, Named("KV-C")]);

        var names = (await Browser().ListVaultsAsync(Samples.Vault.Id.SubscriptionId, "westeurope", Token)).Value.Select(choice => choice.Vault.Name);

        Assert.Equal(["KV-C", "kv-d", "kv-a", "kv-b"], names);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_Key_Says_Why_It_Does_Not_Suit(string what, Func<VaultKey, VaultKey> turn, string? reason)
    {
        _keys.Add("cmk", turn);

        var choice = Assert.Single((await Browser().ListKeysAsync(Samples.Vault, Token)).Value);

        Assert.Equal((what, reason), (what, choice.Reason));
        Assert.Null(choice.Key.Version);
    }

    [Fact]
    public async Task A_Hardware_Key_Suits_Where_The_Rules_Admit_It()
    {
        _keys.Add("cmk", key => key with { KeyType = "RSA-HSM", KeySize = 4096 });

        var choice = Assert.Single((await Browser(new KeyRules(AdmitRsaHsm: true)).ListKeysAsync(Samples.Vault, Token)).Value);

        Assert.Equal(("RSA-HSM 4096", null), (choice.Detail, choice.Reason));
    }

    [Fact]
    public async Task A_Key_That_Cannot_Be_Read_Says_So_And_Hides_No_Other()
    {
        _keys.Add("a-hidden", fault: new CloudFault(CloudService.KeyVault, FaultKind.ForbiddenByRbac, "No."));
        _keys.Add("b-good");

        var choices = (await Browser().ListKeysAsync(Samples.Vault, Token)).Value;

        Assert.Equal(["b-good", "a-hidden"], choices.Select(choice => choice.Key.KeyName));
        Assert.Contains("may not read keys", choices[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_Keys_Are_Read_Six_At_Once_At_Most()
    {
        for (var i = 0; i < 40; i++)
            _keys.Add($"cmk-{i}");

        Assert.Equal(40, (await Browser().ListKeysAsync(Samples.Vault, Token)).Value.Count);
        Assert.InRange(_keys.MostAtOnce, 1, 6);
    }

    [Fact]
    public async Task A_Key_That_Serves_A_Cluster_Cannot_Be_Chosen_And_Says_Which_Registration_Has_It()
    {
        _keys.Add("orders-cmk");
        _keys.Add("payments-cmk");
        var taken = KeyIdentifier.Create(Samples.Vault.Name, "orders-cmk");
        _registrations.Registrations.Add(Samples.Registration with { Id = "cck-1", State = "IN_USE", Key = taken });

        var choices = (await Browser().ListKeysAsync(Samples.Vault, Token)).Value;

        Assert.Equal(["payments-cmk", "orders-cmk"], choices.Select(choice => choice.Key.KeyName));
        Assert.Null(choices[0].Reason);
        Assert.Contains("in use: cck-1", choices[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_List_That_Cannot_Be_Read_Is_A_Fault_And_No_Empty_List()
    {
        _vaults.Fault = _keys.Fault = Samples.Unreachable;

        Assert.Equal(Samples.Unreachable, (await Browser().ListSubscriptionsAsync(Token)).Fault);
        Assert.Equal(Samples.Unreachable, (await Browser().ListVaultsAsync(Guid.NewGuid(), null, Token)).Fault);
        Assert.Equal(Samples.Unreachable, (await Browser().ListKeysAsync(Samples.Vault, Token)).Fault);
    }

    private static Vault Named(string name) => Samples.Vault with { Name = name, Id = VaultResourceId.Create(Samples.Vault.Id.SubscriptionId, "rg", name) };

    // The console's own clock is three years ahead: the cloud's decides.
    private KeyBrowser Browser(KeyRules? rules = null) => new(_vaults, _keys, _registrations, rules ?? new KeyRules(), new FakeTimeProvider(Samples.Noon.AddYears(3)));
}
