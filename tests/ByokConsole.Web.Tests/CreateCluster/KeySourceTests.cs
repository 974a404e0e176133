using AngleSharp.Dom;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>The ways to a key besides typing it: browse, make one, take one that is registered.</summary>
public sealed class KeySourceTests : WizardTestContext
{
    private const string Vault = "Azure Key Vault Resource ID";
    private const string Key = "Azure Key Vault Key identifier without version";
    private const string TenantLabel = "Azure Key Vault Tenant ID";

    private static readonly CloudFault Denied = new(CloudService.KeyVault, FaultKind.Forbidden, "Key Vault refused to create the key.") { Status = 403 };

    [Fact]
    public async Task Browsing_goes_by_vault_to_key_and_fills_all_three_fields()
    {
        SeeAzure();
        var page = await OpenAsync("security", ReadyForSecurity);

        await ClickAsync(page, "Browse Azure");
        await PickAsync("kv-orders-eus");
        await PickAsync("orders-cmk");

        page.WaitForAssertion(() => Assert.Equal(KeyId, page.Field(Key).GetAttribute("value")));
        Assert.Equal(VaultId, page.Field(Vault).GetAttribute("value"));
        Assert.Equal(GoodVault.TenantId.ToString(), page.Field(TenantLabel).GetAttribute("value"));
        Assert.Equal(KeyId, (await StoredAsync()).KeyIdentifier);
    }

    [Fact]
    public async Task Browsing_begins_at_the_keys_of_the_vault_that_was_pasted()
    {
        SeeAzure();
        Vaults.Vaults.Add(GoodVault with { Name = "kv-other-eus", Id = VaultResourceId.Parse(VaultId.Replace("kv-orders-eus", "kv-other-eus", StringComparison.Ordinal)) });
        var page = await OpenAsync("security", draft =>
        {
            ReadyForSecurity(draft);
            draft.VaultResourceId = VaultId;
        });

        await ClickAsync(page, "Browse Azure");
        await PickAsync("orders-cmk");

        page.WaitForAssertion(() => Assert.Equal(KeyId, page.Field(Key).GetAttribute("value")));
    }

    [Fact]
    public async Task Browsing_lists_what_cannot_serve_with_the_reason_and_lets_nobody_choose_it()
    {
        SeeAzure();
        Vaults.Vaults.Add(GoodVault with { Name = "kv-policies", RbacEnabled = false, Id = VaultResourceId.Parse(VaultId.Replace("kv-orders-eus", "kv-policies", StringComparison.Ordinal)) });
        var page = await OpenAsync("security", ReadyForSecurity);

        await ClickAsync(page, "Browse Azure");

        Dialogs.WaitForAssertion(() =>
        {
            var row = Dialogs.FindAll(".columns button").Single(button => button.TextContent.Contains("kv-policies", StringComparison.Ordinal));
            Assert.True(row.HasAttribute("disabled"));
            Assert.Contains("access policies", row.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Browsing_without_a_right_says_what_is_missing_and_can_be_tried_again()
    {
        Vaults.Fault = new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "Azure refused to list the subscriptions.") { Status = 403 };
        var page = await OpenAsync("security", ReadyForSecurity);
        await ClickAsync(page, "Browse Azure");
        Dialogs.WaitForAssertion(() => Assert.Contains("Subscriptions could not be listed.", Dialogs.Markup, StringComparison.Ordinal));

        Vaults.Fault = null;
        SeeAzure();
        await ClickAsync(Dialogs, "Try again");

        Dialogs.WaitForAssertion(() => Assert.Contains("kv-orders-eus", Dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_missing_can_be_made_in_its_vault_and_is_taken_over()
    {
        Vaults.Vaults.Add(GoodVault);
        var page = await OpenAsync("security", WithGoodKey);
        var name = await OpenMakerAsync(page, "orders-new");

        await ClickAsync(Dialogs, "Create key");

        var made = KeyId.Replace("orders-cmk", "orders-new", StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(made, page.Field(Key).GetAttribute("value")));
        Assert.Equal("orders-new", name);
        Assert.Contains(KeyIdentifier.Parse(made), VaultKeys.Versions.Keys);
        Assert.Equal(KeyRotationPolicy.Yearly, VaultKeys.Policies[KeyIdentifier.Parse(made)]);
    }

    [Fact]
    public async Task A_key_that_could_not_be_made_leaves_the_dialog_open_with_the_clouds_reason()
    {
        Vaults.Vaults.Add(GoodVault);
        var page = await OpenAsync("security", WithGoodKey);
        await OpenMakerAsync(page, "orders-new");
        VaultKeys.Fault = Denied;

        await ClickAsync(Dialogs, "Create key");

        Dialogs.WaitForAssertion(() => Assert.Contains("The key was not created.", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains(Denied.Message, Dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal(KeyId, (await StoredAsync()).KeyIdentifier);
        Dialogs.Field("Key name").Input("orders-newer");
        Dialogs.WaitForAssertion(() => Assert.DoesNotContain("The key was not created.", Dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_no_key_can_have_is_told_and_nothing_is_made()
    {
        Vaults.Vaults.Add(GoodVault);
        var page = await OpenAsync("security", WithGoodKey);
        await OpenMakerAsync(page, "orders cmk!");

        Assert.Contains("letters, digits and hyphens only", Dialogs.Markup, StringComparison.Ordinal);
        Assert.True(Dialogs.FindAll("button").Single(button => Text(button) == "Create key").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_registered_key_that_fits_can_be_used_and_then_nothing_needs_registering()
    {
        Registrations.Registrations.Add(FreeRegistration with { Id = "cck-free" });
        Registrations.Registrations.Add(FreeRegistration with { Id = "cck-used", State = "IN_USE" });
        var page = await OpenAsync("security", ReadyForSecurity);

        await ClickAsync(page, "Use existing");
        page.WaitForAssertion(() => Assert.Contains("cck-free", page.Markup, StringComparison.Ordinal));
        Assert.True(page.FindAll("input[type=radio]").Single(input => Card(input).Contains("cck-used", StringComparison.Ordinal)).HasAttribute("disabled"));
        await page.InvokeAsync(() => page.FindAll("input[type=radio]").Single(input => Card(input).Contains("cck-free", StringComparison.Ordinal)).ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("az role assignment create", page.Markup, StringComparison.Ordinal));
        var stored = await StoredAsync();
        Assert.Equal(("cck-free", false, KeyId), (stored.RegistrationId, stored.RegistrationMadeHere, stored.KeyIdentifier));
        Assert.DoesNotContain(page.FindAll("button"), button => Text(button) == "Register key");
    }

    [Fact]
    public async Task Without_any_registration_the_list_says_so()
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        await ClickAsync(page, "Use existing");

        page.WaitForAssertion(() => Assert.Contains("No key is registered in this organisation yet.", page.Markup, StringComparison.Ordinal));
    }

    private static string Card(IElement input) => input.Closest("label")!.TextContent;

    private void SeeAzure()
    {
        Vaults.Subscriptions.Add(new AzureSubscription(GoodVault.Id.SubscriptionId, "Streaming", GoodVault.TenantId));
        Vaults.Vaults.Add(GoodVault);
        VaultKeys.Versions[KeyIdentifier.Parse(KeyId)] = [InMemoryVaultKeys.Version(KeyId, '1', Samples.Noon)];
    }

    /// <summary>Clicks the row of that name, once it is there.</summary>
    private async Task PickAsync(string name)
    {
        Dialogs.WaitForAssertion(() => Assert.Contains(name, Dialogs.Markup, StringComparison.Ordinal));
        await ClickAsync(Dialogs, button => button.QuerySelector(".name")?.TextContent == name);
    }

    private async Task<string?> OpenMakerAsync(IRenderedComponent<CreateClusterPage> page, string name)
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), Creates));
        await page.InvokeAsync(() => page.FindAll("button").First(Creates).ClickAsync());
        Dialogs.WaitForAssertion(() => Assert.Contains("Create a key", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Field("Key name").Input(name);
        Dialogs.WaitForAssertion(() => Assert.Equal(name, Dialogs.Field("Key name").GetAttribute("value")));
        return Dialogs.Field("Key name").GetAttribute("value");

        static bool Creates(IElement button)
            => Text(button).StartsWith("Create", StringComparison.Ordinal) && Text(button).Contains("key", StringComparison.Ordinal);
    }
}
