using ByokConsole.Core.Identifiers;
using FsCheck;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Core.Identifiers;

/// <summary>Identifiers parse in one exact form, so that nothing else can ever be contacted through them.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("a-b-c", true)]
    [InlineData("abcdefghijklmnopqrstuvwx", true)]
    [InlineData("ab", false)]
    [InlineData("abcdefghijklmnopqrstuvwxy", false)]
    [InlineData("1abc", false)]
    [InlineData("abc-", false)]
    [InlineData("a--b", false)]
    [InlineData("a.b", false)]
    public void A_Vaults_Name_Has_Its_Rules(string name, bool isValid) => Assert.Equal(isValid, VaultName.IsValid(name));

    [Property]
    public void No_Text_Breaks_The_Parsers_And_What_Parses_Prints_As_It_Was(NonNull<string> text)
    {
        if (KeyIdentifier.TryParse(text.Get, out var key))
            Assert.Equal(text.Get, key.ToString(), ignoreCase: true);
        if (VaultResourceId.TryParse(text.Get, out var vault))
            Assert.Equal(text.Get, vault.ToString());
    }

    [Fact]
    public void Identifiers_Are_Compared_Without_Regard_To_Case()
    {
        Assert.Equal(KeyIdentifier.Parse("https://KV-a.vault.azure.net/keys/K"), KeyIdentifier.Parse("https://kv-a.vault.azure.net/keys/k"));
        Assert.Equal("eastus", AzureRegion.Normalize("East US"));
        Assert.True(AzureRegion.Same("West Europe", "westeurope"));
        Assert.False(AzureRegion.Same(null, null));
    }
}
