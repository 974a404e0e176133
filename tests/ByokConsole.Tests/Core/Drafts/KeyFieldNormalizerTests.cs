using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using FsCheck;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Core.Drafts;

/// <summary>Forgiving paste: what people copy from the portal becomes what the fields want, and nothing else becomes a vault.</summary>
public sealed class KeyFieldNormalizerTests
{
    private const string Vault = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";
    private const string Key = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk";
    private const string Tenant = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11";
    private static readonly DraftField[] Fields = [DraftField.VaultResourceId, DraftField.KeyIdentifier, DraftField.TenantId];

    public static TheoryData<DraftField, string, string> Pastes => new()
    {
        { DraftField.VaultResourceId, $"  {Vault} ", Vault },
        { DraftField.VaultResourceId, $"\"{Vault}\",", Vault },
        { DraftField.VaultResourceId, Vault.ToUpperInvariant().Replace("KV-ORDERS-EUS", "kv-orders-eus", StringComparison.Ordinal).Replace("RG-STREAMING", "rg-streaming", StringComparison.Ordinal), Vault },
        { DraftField.VaultResourceId, $"https://portal.azure.com/#@contoso.onmicrosoft.com/resource{Vault}/overview", Vault },
        { DraftField.VaultResourceId, $"https://portal.azure.com/#view/x/id/{Uri.EscapeDataString(Vault)}", Vault },
        { DraftField.VaultResourceId, $$$"""{"name":"kv-orders-eus","id":"{{{Vault}}}","properties":{"tenantId":"{{{Tenant}}}"}}""", Vault },
        { DraftField.KeyIdentifier, Key + "/9b1e6c7f2d0a4f0c9b1e6c7f2d0a4c04", Key },
        { DraftField.KeyIdentifier, Key + "/", Key },
        { DraftField.KeyIdentifier, "HTTPS://KV-ORDERS-EUS.VAULT.AZURE.NET/keys/orders-cmk", Key },
        { DraftField.KeyIdentifier, $"\"{Key}\"", Key },
        { DraftField.KeyIdentifier, Vault + "/keys/orders-cmk", Key },
        { DraftField.TenantId, $" {Tenant.ToUpperInvariant()} ", Tenant },
        { DraftField.TenantId, "{" + Tenant + "}", Tenant },
        { DraftField.TenantId, $$$"""{"properties":{"tenantId":"{{{Tenant}}}"}}""", Tenant },
    };

    [Theory]
    [MemberData(nameof(Pastes))]
    public void What_People_Paste_Becomes_What_The_Field_Wants_With_A_Note(DraftField field, string pasted, string expected)
    {
        var read = KeyFieldNormalizer.Normalize(field, pasted);

        Assert.Equal(expected, read.Text);
        Assert.False(string.IsNullOrEmpty(read.Note));
    }

    [Theory]
    [InlineData(DraftField.VaultResourceId, Vault)]
    [InlineData(DraftField.KeyIdentifier, Key)]
    [InlineData(DraftField.TenantId, Tenant)]
    public void A_Value_In_Order_Is_Left_Alone_Without_A_Note(DraftField field, string text)
        => Assert.Equal(new NormalizedText(text, null), KeyFieldNormalizer.Normalize(field, text));

    [Fact]
    public void A_Version_That_Was_Removed_Is_Named()
        => Assert.Equal(
            "Version 9b1e…c04 removed: a cluster follows the newest version.",
            KeyFieldNormalizer.Normalize(DraftField.KeyIdentifier, Key + "/9b1e6c7f2d0a4f0c9b1e6c7f2d0a4c04").Note);

    [Theory]
    [InlineData("http://kv-orders-eus.vault.azure.net/keys/orders-cmk")]
    [InlineData("https://user@kv-orders-eus.vault.azure.net/keys/orders-cmk")]
    [InlineData("https://kv-orders-eus.vault.azure.net:444/keys/orders-cmk")]
    [InlineData("https://kv-orders-eus.vault.azure.net.evil.example/keys/orders-cmk")]
    [InlineData("https://a.kv-orders-eus.vault.azure.net/keys/orders-cmk")]
    [InlineData("https://evil.example/https://kv-orders-eus.vault.azure.net/keys/orders-cmk")]
    [InlineData("https://evil.example@kv-orders-eus.vault.azure.net/keys/orders-cmk?x=1")]
    [InlineData("https://kv-orders-eus.vault.azure.net/keys/orders-cmk?x=1")]
    [InlineData("https://kv-orders-eus.vault.azure.net/secrets/orders-cmk")]
    [InlineData("https://kv-orders-eus.vault.azure.net/keys/or ders")]
    public void No_Other_Address_Becomes_A_Key_Identifier(string text)
        => Assert.False(KeyIdentifier.TryParse(KeyFieldNormalizer.Normalize(DraftField.KeyIdentifier, text).Text, out _));

    [Theory]
    [InlineData("a\"\f\"", "a")]
    [InlineData(" ', \" a ' ,\t\"", "a")]
    [InlineData("\" , '", "")]
    public void Quotes_And_Spaces_Around_A_Text_Go_In_Whatever_Order_They_Stand(string text, string expected)
        => Assert.All(Fields, field => Assert.Equal(expected, KeyFieldNormalizer.Normalize(field, text).Text));

    [Property]
    public void No_Text_Breaks_It_And_Twice_Is_The_Same_As_Once(NonNull<string> text)
    {
        foreach (var field in Fields)
        {
            var once = KeyFieldNormalizer.Normalize(field, text.Get).Text;
            Assert.Equal(once, KeyFieldNormalizer.Normalize(field, once).Text);
        }
    }

    [Property]
    public void Whatever_Stands_Around_A_Good_Value_The_Result_Names_One_Vault_Or_Nothing(NonNull<string> before, NonNull<string> after)
    {
        var text = KeyFieldNormalizer.Normalize(DraftField.KeyIdentifier, before.Get + Key + after.Get).Text;

        if (KeyIdentifier.TryParse(text, out var key))
            Assert.EndsWith(KeyIdentifier.VaultSuffix, key.VaultUri.Host, StringComparison.Ordinal);
    }
}
