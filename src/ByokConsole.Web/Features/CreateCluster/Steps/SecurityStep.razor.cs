using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster.Steps;

/// <summary>Who holds the key; for a self-managed one, the key, its grant, and the checks beside them.</summary>
public sealed partial class SecurityStep
{
    private static readonly RemedyKind[] Repairs = Enum.GetValues<RemedyKind>();

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private bool _browsing;
    private string? _browseRegion;
    private bool _creatingKey;

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    /// <summary>Moves focus to the element with this id.</summary>
    [Parameter]
    public EventCallback<string> OnFocus { get; set; }

    private bool IsSelfManaged => State.Draft.Encryption is EncryptionMode.SelfManaged;

    private Task ChooseModeAsync(EncryptionMode mode) => State.ChooseAsync(DraftField.Encryption, draft => draft.Encryption = mode);

    private void OpenBrowse(string? region) => (_browsing, _browseRegion) = (true, region);

    private async Task RepairAsync(Remedy remedy)
    {
        switch (remedy.Kind)
        {
            case RemedyKind.SetRegion when remedy.Value is { } region:
                await State.ChooseAsync(DraftField.Region, draft => draft.Region = region);
                break;
            case RemedyKind.SetTenant when remedy.Value is { } tenant:
                await State.ChooseAsync(DraftField.TenantId, draft => draft.TenantId = tenant);
                break;
            case RemedyKind.SetVaultResourceId when remedy.Value is { } vault:
                await State.ChooseAsync(DraftField.VaultResourceId, draft => draft.VaultResourceId = vault);
                break;
            case RemedyKind.SetKeyIdentifier when remedy.Value is { } key:
                await State.ChooseAsync(DraftField.KeyIdentifier, draft => draft.KeyIdentifier = key);
                break;
            case RemedyKind.BrowseVaults:
                OpenBrowse(remedy.Value ?? State.Draft.Region);
                break;
            case RemedyKind.CreateKey:
                _creatingKey = true;
                break;
            case RemedyKind.Grant:
                await OnFocus.InvokeAsync(StepGate.AccessId);
                break;
            case RemedyKind.Attest:
                await State.ChooseAsync(DraftField.MaterialGenerated, draft => draft.MaterialGenerated = true);
                break;
            default:
                await State.Checks.AskAgainAsync(DraftSubject.Of(State.Draft), quietly: false);
                break;
        }
    }
}
