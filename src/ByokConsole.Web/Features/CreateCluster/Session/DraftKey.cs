using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>What is done with the draft's key: picked, put right, made, registered, granted, let go.</summary>
public sealed class DraftKey(CreateClusterState state, DraftService drafts, KeyMaker maker)
{
    /// <summary>A key that was registered here is let go of first; one that was chosen is simply chosen anew.</summary>
    public bool IsLocked => state.Draft is { RegistrationId: not null, KeySource: KeySource.CreateNew } || state.Draft.ActiveRunId is not null || state.Access.IsBusy;

    /// <summary>A key field was left or pasted into: whatever can be put right is, with a note that says what.</summary>
    public async Task NormalizeAsync(DraftField field)
    {
        var text = DraftTexts.Of(state.Draft, field);
        var normalized = KeyFieldNormalizer.Normalize(field, text);
        if (normalized.Text == text)
            await state.JudgeNowAsync(field);
        else
        {
            var settled = state.ChooseAsync(field, draft => DraftTexts.Set(draft, field, normalized.Text));
            state.Messages.Note(field, normalized.Note);
            await settled;
        }
    }

    /// <summary>A key was picked in Azure: all three fields at once.</summary>
    public Task TakeAsync(Vault vault, KeyIdentifier key) => TakeAsync(draft =>
    {
        DraftTexts.Set(draft, DraftField.KeyIdentifier, key.Versionless.ToString());
        (draft.VaultResourceId, draft.TenantId) = (vault.Id.ToString(), vault.TenantId.ToString());
    });

    /// <summary>A registration that exists was picked: its key is the draft's.</summary>
    public Task TakeAsync(KeyRegistration registration) => TakeAsync(draft =>
    {
        (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = (registration.Id, registration.ApplicationId, false);
        draft.VaultResourceId = registration.Vault?.ToString() ?? "";
        draft.KeyIdentifier = registration.Key?.Versionless.ToString() ?? registration.KeyText;
        draft.TenantId = registration.TenantId?.ToString() ?? "";
    });

    /// <summary>Changes between a registration that exists and one made here; either starts without a registration.</summary>
    public Task TakeFromAsync(KeySource source) => state.ChooseAsync(DraftField.Registration, draft =>
    {
        if (draft.KeySource == source)
            return;
        draft.KeySource = source;
        (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = (null, null, false);
    });

    /// <summary>Registers the key and marks the fields that were refused, if it fails.</summary>
    public async Task RegisterAsync()
    {
        await state.Access.RegisterAsync();
        state.Messages.Reject(state.Access.Rejection?.Fields ?? []);
        await state.CheckKeyAsync();
    }

    public async Task GrantAsync()
    {
        await state.Access.GrantAsync();
        await LookAgainAsync();
    }

    /// <summary>Asks the checks again without a stir: what did not change looks the same.</summary>
    public Task LookAgainAsync() => state.Checks.AskAgainAsync(DraftSubject.Of(state.Draft), quietly: true);

    /// <summary>Lets go of the registration and opens the key fields again; a fault when it could not be deleted.</summary>
    public async Task<CloudFault?> ChangeAsync(bool deleteRegistration)
    {
        if (await drafts.ReleaseRegistrationAsync(state.Draft, deleteRegistration, CancellationToken.None) is { } fault)
            return fault;
        state.Access.Forget();
        await state.ChooseAsync(DraftField.Registration, _ => { });
        return null;
    }

    /// <summary>Makes a compliant key in the draft's vault and takes it over; a fault when it could not be made.</summary>
    public async Task<CloudFault?> CreateAsync(string name, int size, bool rotates)
    {
        if (state.Checks.Subject.Vault is not { } vault)
            return new CloudFault(CloudService.KeyVault, FaultKind.Refused, "Give the vault's resource ID first.");
        var made = await maker.CreateAsync(vault, name, size, rotates, CancellationToken.None);
        if (!made.IsOk)
            return made.Fault;
        // Who made it in the vault need not be asked where it was made.
        await TakeAsync(draft => (draft.KeyIdentifier, draft.MaterialGenerated) = (made.Value.Id.Versionless.ToString(), true));
        return null;
    }

    private Task TakeAsync(Action<ClusterDraft> take)
    {
        foreach (var field in DraftTexts.KeyFields)
            state.Messages.Forget(field);
        return state.ChooseAsync(DraftField.KeyIdentifier, take);
    }
}
