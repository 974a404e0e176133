using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;
using MudBlazor;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>The ways to a key besides typing it: browse, make one, take one that is registered.</summary>
public sealed class KeySourceTests : WizardTestContext
{
    private const string Vault = "Azure Key Vault Resource ID";
    private const string Key = "Azure Key Vault Key identifier without version";
    private const string TenantLabel = "Azure Key Vault Tenant ID";

    private static readonly Vault Good = Samples.Vault with
    {
        Id = VaultResourceId.Parse(VaultId),
        Name = "kv-orders-eus",
        Location = "eastus",
        VaultUri = new Uri("https://kv-orders-eus.vault.azure.net/"),
    };

    private static readonly CloudFault Denied = new(CloudService.KeyVault, FaultKind.Forbidden, "Key Vault refused to create the key.") { Status = 403 };

    private IRenderedComponent<MudDialogProvider> _dialogs = null!;

    [Fact]
    public async Task Browsing_goes_by_vault_to_key_and_fills_all_three_fields()
    {
        SeeAzure();
        var page = await OpenWithDialogsAsync(ReadyForSecurity);

        await page.PressAsync("Browse Azure");
        await PressAsync("kv-orders-eus");
        await PressAsync("orders-cmk");

        page.WaitForAssertion(() => Assert.Equal(KeyId, page.Field(Key).GetAttribute("value")));
        Assert.Equal(VaultId, page.Field(Vault).GetAttribute("value"));
        Assert.Equal(Good.TenantId.ToString(), page.Field(TenantLabel).GetAttribute("value"));
        Assert.Equal(KeyId, (await StoredAsync()).KeyIdentifier);
    }

    [Fact]
    public async Task Browsing_lists_what_cannot_serve_with_the_reason_and_lets_nobody_choose_it()
    {
        SeeAzure();
        Vaults.Vaults.Add(Good with { Name = "kv-policies", RbacEnabled = false, Id = VaultResourceId.Parse(VaultId.Replace("kv-orders-eus", "kv-policies", StringComparison.Ordinal)) });
        var page = await OpenWithDialogsAsync(ReadyForSecurity);

        await page.PressAsync("Browse Azure");

        _dialogs.WaitForAssertion(() =>
        {
            var row = _dialogs.FindAll(".columns button").Single(button => button.TextContent.Contains("kv-policies", StringComparison.Ordinal));
            Assert.True(row.HasAttribute("disabled"));
            Assert.Contains("access policies", row.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Browsing_without_a_right_says_what_is_missing_and_can_be_tried_again()
    {
        Vaults.Fault = new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "Azure refused to list the subscriptions.") { Status = 403 };
        var page = await OpenWithDialogsAsync(ReadyForSecurity);
        await page.PressAsync("Browse Azure");
        _dialogs.WaitForAssertion(() => Assert.Contains("Subscriptions could not be listed.", _dialogs.Markup, StringComparison.Ordinal));

        Vaults.Fault = null;
        SeeAzure();
        await _dialogs.PressAsync("Try again");

        _dialogs.WaitForAssertion(() => Assert.Contains("kv-orders-eus", _dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_missing_can_be_made_in_its_vault_and_is_taken_over()
    {
        Vaults.Vaults.Add(Good);
        var page = await OpenWithDialogsAsync(WithGoodKey);
        var name = await OpenMakerAsync(page, "orders-new");

        await _dialogs.PressAsync("Create key");

        var made = KeyId.Replace("orders-cmk", "orders-new", StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(made, page.Field(Key).GetAttribute("value")));
        Assert.Equal("orders-new", name);
        Assert.Contains(KeyIdentifier.Parse(made), VaultKeys.Versions.Keys);
    }

    [Fact]
    public async Task A_key_that_could_not_be_made_leaves_the_dialog_open_with_the_clouds_reason()
    {
        Vaults.Vaults.Add(Good);
        var page = await OpenWithDialogsAsync(WithGoodKey);
        await OpenMakerAsync(page, "orders-new");
        VaultKeys.Fault = Denied;

        await _dialogs.PressAsync("Create key");

        _dialogs.WaitForAssertion(() => Assert.Contains("The key was not created.", _dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains(Denied.Message, _dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal(KeyId, (await StoredAsync()).KeyIdentifier);
    }

    [Fact]
    public async Task A_name_that_no_key_can_have_is_told_and_nothing_is_made()
    {
        Vaults.Vaults.Add(Good);
        var page = await OpenWithDialogsAsync(WithGoodKey);
        await OpenMakerAsync(page, "orders cmk!");

        Assert.Contains("letters, digits and hyphens only", _dialogs.Markup, StringComparison.Ordinal);
        Assert.True(_dialogs.FindAll("button").Single(button => Text(button) == "Create key").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_registered_key_that_fits_can_be_used_and_then_nothing_needs_registering()
    {
        Registrations.Registrations.Add(Fitting("cck-free"));
        Registrations.Registrations.Add(Fitting("cck-used") with { State = "IN_USE" });
        var page = await OpenWithDialogsAsync(ReadyForSecurity);

        await page.PressAsync("Use existing");
        page.WaitForAssertion(() => Assert.Contains("cck-free", page.Markup, StringComparison.Ordinal));
        Assert.True(page.FindAll("input[type=radio]").Single(input => Card(input).Contains("cck-used", StringComparison.Ordinal)).HasAttribute("disabled"));
        await page.InvokeAsync(() => page.FindAll("input[type=radio]").Single(input => Card(input).Contains("cck-free", StringComparison.Ordinal)).Click());

        page.WaitForAssertion(() => Assert.Contains("az role assignment create", page.Markup, StringComparison.Ordinal));
        var stored = await StoredAsync();
        Assert.Equal(("cck-free", false, KeyId), (stored.RegistrationId, stored.RegistrationMadeHere, stored.KeyIdentifier));
        Assert.DoesNotContain(page.FindAll("button"), button => Text(button) == "Register key");
    }

    [Fact]
    public async Task Without_any_registration_the_list_says_so()
    {
        var page = await OpenWithDialogsAsync(ReadyForSecurity);

        await page.PressAsync("Use existing");

        page.WaitForAssertion(() => Assert.Contains("No key is registered in this organisation yet.", page.Markup, StringComparison.Ordinal));
    }

    private static string Card(AngleSharp.Dom.IElement input) => input.Closest("label")!.TextContent;

    private static KeyRegistration Fitting(string id) => Samples.Registration with
    {
        Id = id,
        State = "AVAILABLE",
        Key = KeyIdentifier.Parse(KeyId),
        KeyText = KeyId,
        Vault = VaultResourceId.Parse(VaultId),
        Validation = new KeyValidation("VALID", Samples.Noon, null, "eastus"),
    };

    private void SeeAzure()
    {
        Vaults.Subscriptions.Add(new AzureSubscription(Good.Id.SubscriptionId, "Streaming", Good.TenantId));
        Vaults.Vaults.Add(Good);
        VaultKeys.Versions[KeyIdentifier.Parse(KeyId)] = [InMemoryVaultKeys.Version(KeyId, '1', Samples.Noon)];
    }

    private async Task<IRenderedComponent<CreateClusterPage>> OpenWithDialogsAsync(Action<ClusterDraft> change)
    {
        _dialogs = Render<MudDialogProvider>();
        return await OpenAsync("security", change);
    }

    /// <summary>Clicks the row of that name, once it is there.</summary>
    private async Task PressAsync(string name)
    {
        _dialogs.WaitForAssertion(() => Assert.Contains(name, _dialogs.Markup, StringComparison.Ordinal));
        await _dialogs.PressAsync(button => button.QuerySelector(".name")?.TextContent == name);
    }

    private async Task<string?> OpenMakerAsync(IRenderedComponent<CreateClusterPage> page, string name)
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => Text(button).StartsWith("Create", StringComparison.Ordinal) && Text(button).Contains("key", StringComparison.Ordinal)));
        await page.InvokeAsync(() => page.FindAll("button").First(button => Text(button).StartsWith("Create", StringComparison.Ordinal) && Text(button).Contains("key", StringComparison.Ordinal)).Click());
        _dialogs.WaitForAssertion(() => Assert.Contains("Create a key", _dialogs.Markup, StringComparison.Ordinal));
        _dialogs.Field("Key name").Input(name);
        _dialogs.WaitForAssertion(() => Assert.Equal(name, _dialogs.Field("Key name").GetAttribute("value")));
        return _dialogs.Field("Key name").GetAttribute("value");
    }
}
