using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Writes the registration back on the draft it was made for, if that draft still is about this key.</summary>
public sealed class RecordOnDraft(IDraftStore drafts, RunPace pace) : IRunStep
{
    public string Name => StepNames.RecordOnDraft;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (input, facts, registration) = (context.Run.Input, context.Run.Facts, context.Run.Facts.RegistrationId!);
        var draft = context.Run.DraftId is { } id ? await drafts.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (draft is null)
            return new StepOutcome.NotNeeded(RegistrationSteps.DraftDiscarded(registration));
        if (draft.RegistrationId == registration && draft.ApplicationId == facts.ApplicationId)
            return new StepOutcome.Done(RegistrationSteps.OnDraft(registration));
        if (draft.RegistrationId is not null || !IsAboutTheKey(draft, input))
            return new StepOutcome.NotNeeded(RegistrationSteps.DraftChanged(registration));
        draft.RegistrationId = registration;
        draft.ApplicationId = facts.ApplicationId;
        draft.RegistrationMadeHere = true;
        draft.SavedAt = context.Now;
        return await drafts.TrySaveAsync(draft, cancellationToken).ConfigureAwait(false)
            ? new StepOutcome.Done(RegistrationSteps.OnDraft(registration))
            : new StepOutcome.Wait(RegistrationSteps.DraftJustSaved, pace.Soon);
    }

    private static bool IsAboutTheKey(ClusterDraft draft, RunInput input)
        => KeyIdentifier.TryParse(draft.KeyIdentifier, out var key) && key.Versionless.Equals(KeyIdentifier.Parse(input.KeyIdentifier!).Versionless)
            && VaultResourceId.TryParse(draft.VaultResourceId, out var vault) && vault.Equals(VaultResourceId.Parse(input.VaultResourceId!));
}
