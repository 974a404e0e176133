using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Writes the registration back on the draft it was made for, if that draft still is about this key.</summary>
public sealed class RecordOnDraft(IDraftStore drafts, RunPace pace) : IRunStep
{
    public string Name => StepNames.RecordOnDraft;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (input, facts) = (context.Run.Input, context.Run.Facts);
        var draft = context.Run.DraftId is { } id ? await drafts.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (draft is null)
            return new StepOutcome.NotNeeded($"The draft was discarded meanwhile; {facts.RegistrationId} is offered under Use existing.");
        if (draft.RegistrationId == facts.RegistrationId && draft.ApplicationId == facts.ApplicationId)
            return new StepOutcome.Done($"The draft has {facts.RegistrationId}.");
        if (draft.RegistrationId is not null || !IsAboutTheKey(draft, input))
            return new StepOutcome.NotNeeded($"The draft was changed to another key meanwhile; {facts.RegistrationId} is offered under Use existing.");
        draft.RegistrationId = facts.RegistrationId;
        draft.ApplicationId = facts.ApplicationId;
        draft.RegistrationMadeHere = true;
        draft.SavedAt = context.Now;
        return await drafts.TrySaveAsync(draft, cancellationToken).ConfigureAwait(false)
            ? new StepOutcome.Done($"The draft has {facts.RegistrationId}.")
            : new StepOutcome.Wait("The draft was just saved by somebody else.", pace.Soon);
    }

    private static bool IsAboutTheKey(ClusterDraft draft, RunInput input)
        => KeyIdentifier.TryParse(draft.KeyIdentifier, out var key) && key.Versionless.Equals(KeyIdentifier.Parse(input.KeyIdentifier!).Versionless)
            && VaultResourceId.TryParse(draft.VaultResourceId, out var vault) && vault.Equals(VaultResourceId.Parse(input.VaultResourceId!));
}
