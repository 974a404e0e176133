using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>Each of the three key fields wrong, told exactly, and mended.</summary>
public sealed class MendKeyJourney(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task Each_Wrong_Field_Is_Told_And_Mended() => await browser.InPageAsync(async page =>
    {
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.GoToSecurityAsync("eastus");
        var good = KeyEntry.Of("kv-orders-eus", "orders-cmk");

        // A vault in another region: the finding offers to move the cluster, and another vault mends it too.
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-weu", "orders-cmk"));
        await Expect(wizard.VaultResourceId).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByText("This vault is in westeurope").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Move cluster to westeurope").First).ToBeVisibleAsync();

        // The vault mended, the key identifier still names the old one.
        await wizard.VaultResourceId.FillAsync(good.VaultResourceId);
        await Expect(wizard.KeyIdentifier).ToHaveAttributeAsync("aria-invalid", "true");

        // A versioned identifier is read forgivingly, with a note.
        await wizard.KeyIdentifier.FillAsync(good.KeyIdentifier + "/0123456789abcdef0123456789abcdef");
        await wizard.KeyIdentifier.BlurAsync();
        await Expect(page.GetByText("a cluster follows the newest version").First).ToBeVisibleAsync();
        await Expect(wizard.KeyIdentifier).ToHaveValueAsync(good.KeyIdentifier);

        // Another tenant: one click takes the vault's own.
        await wizard.TenantId.FillAsync("11111111-2222-4333-8444-555555555555");
        await wizard.TenantId.BlurAsync();
        await Expect(wizard.TenantId).ToHaveAttributeAsync("aria-invalid", "true");
        await wizard.MendAsync("Use the vault's tenant");
        await Expect(wizard.TenantId).ToHaveValueAsync(good.TenantId);

        await Expect(wizard.VaultResourceId).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(wizard.KeyIdentifier).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(wizard.TenantId).ToHaveAttributeAsync("aria-invalid", "false");
    });

    [Fact]
    public async Task A_Draft_Survives_A_Reload_And_Can_Be_Linked_To() => await browser.InPageAsync(async page =>
    {
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.GoToSecurityAsync("eastus");
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "payments-cmk"));
        var draft = wizard.DraftId;

        await wizard.OpenStepAsync(draft, "security");

        await Expect(wizard.KeyIdentifier).ToHaveValueAsync("https://kv-orders-eus.vault.azure.net/keys/payments-cmk");
    });
}
