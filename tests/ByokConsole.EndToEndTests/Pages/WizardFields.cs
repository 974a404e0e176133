using ByokConsole.Core.Drafts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>Every field of the wizard in the order in which they can be filled in, for one draft.</summary>
public static class WizardFields
{
    private static readonly KeyEntry Key = KeyEntry.Of("kv-orders-eus", "orders-cmk");

    public static IReadOnlyList<WizardField> All { get; } =
    [
        Choice(DraftField.ClusterType, "type", AriaRole.Radio, "Dedicated"),
        Text(DraftField.Cku, "type", wizard => wizard.Size, "12"),
        Text(DraftField.Region, "region", wizard => wizard.Region, "eastus"),
        Choice(DraftField.Availability, "region", AriaRole.Radio, "Multi zone"),
        Choice(DraftField.Networking, "networking", AriaRole.Radio, "VNet peering"),
        Choice(DraftField.Network, "networking", AriaRole.Radio, "peering-eastus"),
        Choice(DraftField.Encryption, "security", AriaRole.Radio, "Self-managed"),
        Text(DraftField.VaultResourceId, "security", wizard => wizard.VaultResourceId, Key.VaultResourceId),
        Text(DraftField.KeyIdentifier, "security", wizard => wizard.KeyIdentifier, Key.KeyIdentifier),
        Text(DraftField.TenantId, "security", wizard => wizard.TenantId, Key.TenantId),
        Choice(DraftField.MaterialGenerated, "security", AriaRole.Checkbox, "generated in Azure Key Vault"),
        Text(DraftField.DisplayName, "review", wizard => wizard.Name, "orders-prod"),
        Text(DraftField.Acknowledgement, "review", wizard => wizard.Acknowledgement("orders-cmk"), "orders-cmk"),
        new(
            DraftField.Registration, "security",
            UseAnalyticsKeyAsync, _ => Task.CompletedTask, wizard => Expect(Analytics(wizard)).ToBeCheckedAsync()),
    ];

    /// <summary>The first half is typed, and then the second.</summary>
    private static WizardField Text(DraftField field, string step, Func<CreateClusterPage, ILocator> input, string text) => new(
        field,
        step,
        async wizard =>
        {
            await input(wizard).FillAsync("");
            await input(wizard).PressSequentiallyAsync(text[..(text.Length / 2)]);
        },
        wizard => wizard.Page.Keyboard.TypeAsync(text[(text.Length / 2)..]),
        wizard => Expect(input(wizard)).ToHaveValueAsync(text));

    private static WizardField Choice(DraftField field, string step, AriaRole role, string name)
    {
        return new(
            field, step,
            wizard => Expect(Of(wizard)).ToBeEnabledAsync(), wizard => Of(wizard).CheckAsync(), wizard => Expect(Of(wizard)).ToBeCheckedAsync());

        ILocator Of(CreateClusterPage wizard) => wizard.Page.GetByRole(role, new() { Name = name });
    }

    private static ILocator Analytics(CreateClusterPage wizard) => wizard.Page.GetByRole(AriaRole.Radio, new() { Name = "analytics" });

    /// <summary>Confluent is asked about a registration when it is chosen, so that needs an answer. The free one is in another region.</summary>
    private static async Task UseAnalyticsKeyAsync(CreateClusterPage wizard)
    {
        await wizard.OpenStepAsync(wizard.DraftId, "region");
        await wizard.Region.FillAsync("westeurope");
        await wizard.Region.BlurAsync();
        await wizard.IsSavedAsync();
        await wizard.OpenStepAsync(wizard.DraftId, "security");
        await wizard.PressAsync("Use existing");
        await Analytics(wizard).CheckAsync();
        await wizard.IsSavedAsync();
    }
}
