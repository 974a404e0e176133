using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class SecurityStepTests : WizardTestContext
{
    private const string Vault = "Azure Key Vault Resource ID";
    private const string Key = "Azure Key Vault Key identifier without version";
    private const string TenantLabel = "Azure Key Vault Tenant ID";

    [Fact]
    public async Task Automatic_says_that_it_is_final_and_asks_for_no_key()
    {
        var page = await OpenAsync("security", draft =>
        {
            ReadyForSecurity(draft);
            draft.Encryption = EncryptionMode.Automatic;
        });

        Assert.Contains("cannot change between automatic and self-managed", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Vault, page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Vault, "kv-orders-eus", "This is not the resource ID of a Key Vault.")]
    [InlineData(Key, "http://kv-orders-eus.vault.azure.net/keys/k", "This is not a key identifier.")]
    [InlineData(TenantLabel, "contoso", "A tenant ID is a GUID")]
    [InlineData(TenantLabel, "00000000-0000-0000-0000-000000000000", "This is nobody's tenant")]
    [InlineData(Key, "https://pool.managedhsm.azure.net/keys/k", "not of Managed HSM")]
    [InlineData(Key, "https://kv-orders-eus.vault.azure.net/keys/or ders", "/keys/or\u201d.")]
    public async Task A_wrong_text_is_told_at_its_field_once_the_typing_pauses(string label, string typed, string message)
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        Type(page, label, typed);

        page.WaitForAssertion(() => Assert.Contains(message, page.ErrorOf(label), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_space_in_a_key_identifier_is_a_mistake_and_stays_when_the_field_is_left()
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        page.Field(Key).Input("https://kv-orders-eus.vault.azure.net/keys/or ders");
        page.Field(Key).Blur();

        page.WaitForAssertion(() => Assert.Contains("A key identifier has no spaces", page.ErrorOf(Key), StringComparison.Ordinal));
        Assert.Equal("https://kv-orders-eus.vault.azure.net/keys/or ders", (await StoredAsync()).KeyIdentifier);
    }

    [Fact]
    public async Task What_is_wrong_with_the_key_is_told_before_the_attestation_is_asked_for()
    {
        var page = await OpenAsync("security", draft =>
        {
            WithGoodKey(draft);
            draft.MaterialGenerated = false;
        });

        page.WaitForAssertion(() => Assert.Contains("3 checks fail, first: The vault exists.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Say whether the key was generated in the vault", page.Find(".act .why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_attestation_takes_the_focus_itself_and_falls_when_the_key_changes()
    {
        var page = await OpenAsync("security", draft =>
        {
            WithGoodKey(draft);
            draft.MaterialGenerated = true;
        });
        Assert.Null(page.Find("#field-MaterialGenerated").GetAttribute("tabindex"));

        Type(page, Key, KeyId + "2");

        page.WaitForAssertion(() => Assert.False(StoredAsync().Result.MaterialGenerated));
    }

    [Fact]
    public async Task A_pasted_version_is_removed_when_the_field_is_left_with_a_note()
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        page.Field(Key).Input(KeyId + "/9b1e6c7f2d0a4f0c9b1e6c7f2d0a4c04");
        page.Field(Key).Blur();

        page.WaitForAssertion(() => Assert.Contains("Version 9b1e…c04 removed", page.Markup, StringComparison.Ordinal));
        Assert.Equal(KeyId, (await StoredAsync()).KeyIdentifier);
    }

    [Fact]
    public async Task The_checks_wait_for_their_fields_in_their_fixed_places()
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        page.WaitForAssertion(() => Assert.Contains("Waits for the resource ID", page.Markup, StringComparison.Ordinal));
        Assert.True(page.Markup.IndexOf("The vault exists", StringComparison.Ordinal) < page.Markup.IndexOf("The key exists", StringComparison.Ordinal));
        Assert.True(page.Markup.IndexOf("The key exists", StringComparison.Ordinal) < page.Markup.IndexOf("Both roles assigned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registered_key_locks_its_fields_and_offers_to_change_it()
    {
        var page = await OpenAsync("security", draft =>
        {
            WithGoodKey(draft);
            (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = ("cck-1", Guid.NewGuid(), true);
        });

        Assert.True(page.Field(Vault).HasAttribute("readonly"));
        Assert.NotNull(page.Button("Change key"));
        Assert.Contains("cck-1", page.Markup, StringComparison.Ordinal);
        Assert.Contains("az role assignment create", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Continue_is_refused_until_the_key_is_registered()
    {
        var page = await OpenAsync("security", WithGoodKey);

        await ClickAsync(page, "Continue");

        Assert.Equal("Register the key first.", page.WhyNot());
        Assert.DoesNotContain("review", Navigation.Uri, StringComparison.Ordinal);
    }
}
