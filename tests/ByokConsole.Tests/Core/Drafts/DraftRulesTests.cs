using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using FsCheck;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Core.Drafts;

/// <summary>The rules of each step, each told at its field.</summary>
public sealed class DraftRulesTests
{
    [Fact]
    public void A_Complete_Draft_Breaks_No_Rule() => Assert.Empty(DraftRules.CheckAll(Complete()));

    public static TheoryData<string, Action<ClusterDraft>, DraftField> Wrong => new()
    {
        { "no type", draft => draft.ClusterType = null, DraftField.ClusterType },
        { "another type", draft => draft.ClusterType = ClusterType.Basic, DraftField.ClusterType },
        { "no size", draft => draft.Cku = null, DraftField.Cku },
        { "too small", draft => draft.Cku = DraftLimits.MinCkuSingleZone - 1, DraftField.Cku },
        { "too large", draft => draft.Cku = DraftLimits.MaxCku + 1, DraftField.Cku },
        { "no region", draft => draft.Region = null, DraftField.Region },
        { "a region that is none", draft => draft.Region = "East US!", DraftField.Region },
        { "one unit in several zones", draft => (draft.Availability, draft.Cku) = (Availability.MultiZone, DraftLimits.MinCkuMultiZone - 1), DraftField.Availability },
        { "no network", draft => draft.Networking = NetworkKind.PrivateLink, DraftField.Network },
        { "no vault", draft => draft.VaultResourceId = "", DraftField.VaultResourceId },
        { "a vault that is none", draft => draft.VaultResourceId = "kv-orders-eus", DraftField.VaultResourceId },
        { "no key", draft => draft.KeyIdentifier = "", DraftField.KeyIdentifier },
        { "a key with a version", draft => draft.KeyIdentifier += "/0123456789abcdef0123456789abcdef", DraftField.KeyIdentifier },
        { "no tenant", draft => draft.TenantId = "", DraftField.TenantId },
        { "an empty tenant", draft => draft.TenantId = Guid.Empty.ToString(), DraftField.TenantId },
        { "not attested", draft => draft.MaterialGenerated = false, DraftField.MaterialGenerated },
        { "not registered", draft => draft.RegistrationId = null, DraftField.Registration },
        { "no name", draft => draft.DisplayName = " ", DraftField.DisplayName },
        { "a long name", draft => draft.DisplayName = new string('x', DraftLimits.MaxDisplayName + 1), DraftField.DisplayName },
        { "a broken name", draft => draft.DisplayName = "a\nb", DraftField.DisplayName },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void One_Wrong_Thing_Is_Told_At_Its_Field_On_Its_Step(string what, Action<ClusterDraft> change, DraftField field)
    {
        var draft = Complete();
        change(draft);

        var problem = Assert.Single(DraftRules.CheckAll(draft));

        Assert.True(problem.Field == field, what);
        Assert.NotEmpty(problem.Message);
        Assert.Equal(problem, Assert.Single(DraftRules.Check(draft, DraftRules.StepOf(field))));
    }

    [Theory]
    [InlineData(DraftLimits.MinCkuSingleZone, Availability.SingleZone)]
    [InlineData(DraftLimits.MinCkuMultiZone, Availability.MultiZone)]
    [InlineData(DraftLimits.MaxCku, Availability.MultiZone)]
    public void The_Limits_Themselves_Are_Allowed(int cku, Availability availability)
    {
        var draft = Complete();
        (draft.Cku, draft.Availability) = (cku, availability);

        Assert.Empty(DraftRules.CheckAll(draft));
    }

    [Fact]
    public void Automatic_Encryption_Asks_For_No_Key()
    {
        var draft = Complete();
        (draft.Encryption, draft.VaultResourceId, draft.RegistrationId) = (EncryptionMode.Automatic, "", null);

        Assert.Empty(DraftRules.CheckAll(draft));
    }

    [Property]
    public void No_Text_In_Any_Field_Breaks_The_Rules(NonNull<string> text)
    {
        var draft = Complete();
        (draft.VaultResourceId, draft.KeyIdentifier, draft.TenantId, draft.DisplayName, draft.Region) = (text.Get, text.Get, text.Get, text.Get, text.Get);

        Assert.NotEmpty(DraftRules.CheckAll(draft));
        Assert.Null(DraftSubject.Of(draft).Vault);
    }

    private static ClusterDraft Complete() => new()
    {
        Id = "d-1",
        EnvironmentId = "env-1",
        Owner = DraftService.LocalOperator,
        CreatedAt = DateTimeOffset.UnixEpoch,
        ClusterType = ClusterType.Dedicated,
        Cku = 1,
        Region = "eastus",
        Encryption = EncryptionMode.SelfManaged,
        VaultResourceId = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus",
        KeyIdentifier = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk",
        TenantId = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11",
        MaterialGenerated = true,
        RegistrationId = "cck-1",
        DisplayName = "orders-prod",
    };
}
