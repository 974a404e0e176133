using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;
using MudBlazor;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>The wizard on its real services, over stores and clouds in memory.</summary>
public abstract class WizardTestContext : PageTestContext
{
    protected const string DraftId = "d-4c19";
    protected const string EnvironmentId = "env-9kx2v";
    protected const string VaultId =
        "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";
    protected const string KeyId = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk";
    protected const string Tenant = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected WizardTestContext()
    {
        Script = JSInterop.SetupModule("./Features/CreateCluster/CreateClusterPage.razor.js");
        Script.Mode = JSRuntimeMode.Loose;
    }

    protected BunitJSModuleInterop Script { get; }

    /// <summary>Where the page's dialogs appear, once it is open.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    /// <summary>The vault of <see cref="VaultId"/>, with nothing wrong.</summary>
    protected static Vault GoodVault { get; } = Samples.Vault with
    {
        Id = VaultResourceId.Parse(VaultId),
        Name = "kv-orders-eus",
        Location = "eastus",
        VaultUri = new Uri("https://kv-orders-eus.vault.azure.net/"),
    };

    /// <summary>A registration of the key of <see cref="KeyId"/> that no cluster has yet.</summary>
    protected static KeyRegistration FreeRegistration { get; } = Samples.Registration with
    {
        State = "AVAILABLE",
        Key = KeyIdentifier.Parse(KeyId),
        KeyText = KeyId,
        Vault = GoodVault.Id,
        Validation = new KeyValidation("VALID", Samples.Noon, null, "eastus"),
    };

    protected async Task<IRenderedComponent<CreateClusterPage>> OpenAsync(string step, Action<ClusterDraft>? change = null)
    {
        var draft = new ClusterDraft { Id = DraftId, EnvironmentId = EnvironmentId, Owner = "local operator", CreatedAt = Clock.GetUtcNow(), SavedAt = Clock.GetUtcNow() };
        change?.Invoke(draft);
        await Drafts.AddAsync(draft, Xunit.TestContext.Current.CancellationToken);
        Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
        var page = Render<CreateClusterPage>(parameters => parameters.Add(p => p.DraftId, DraftId).Add(p => p.StepName, step));
        page.WaitForElement(".actions .why");
        return page;
    }

    protected async Task<ClusterDraft> StoredAsync() => (await Drafts.FindAsync(DraftId, Xunit.TestContext.Current.CancellationToken))!;

    /// <summary>The person types and pauses: rules speak and the draft is saved.</summary>
    protected void Type(IRenderedComponent<CreateClusterPage> page, string label, string text)
    {
        // Not awaited: the page is through with it after the pause only.
        page.Field(label).Input(text);
        // Only once the page shows the text has it begun to wait for the pause.
        page.WaitForAssertion(() => Assert.Equal(text, page.Field(label).GetAttribute("value")));
        Clock.Advance(Pause);
    }

    /// <summary>A draft with everything before the security step chosen.</summary>
    protected static void ReadyForSecurity(ClusterDraft draft)
    {
        draft.ClusterType = ClusterType.Dedicated;
        draft.Region = "eastus";
        draft.Reached = DraftStep.Security;
        draft.Encryption = EncryptionMode.SelfManaged;
    }

    protected static void WithGoodKey(ClusterDraft draft)
    {
        ReadyForSecurity(draft);
        (draft.VaultResourceId, draft.KeyIdentifier, draft.TenantId, draft.MaterialGenerated) = (VaultId, KeyId, Tenant, true);
    }
}
