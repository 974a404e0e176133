using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>A person decides what becomes of the vault key. While any cluster in sight uses it, the only answer is to leave it.</summary>
public sealed class DecideVaultKey(KeyUsers users) : IRunStep
{
    public string Name => StepNames.DecideVaultKey;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (key, facts, answer) = (KeyIdentifier.Parse(context.Run.Input.KeyIdentifier!), Removal.Of(context), context.Run.Answer);
        if (answer is { Choice: AnswerIds.KeepKey })
            return Chosen(context, answer, KeyChoice.Keep, VaultKeySteps.ChoseToKeep(answer.By, key));
        if (await KeyGuard.RefusalAsync(users, key, cancellationToken).ConfigureAwait(false) is { } refusal)
            return new StepOutcome.Wait(refusal, RunPace.ForStanding(context.Elapsed)) { Question = Questions.KeyInUse(key, refusal) };
        return answer?.Choice switch
        {
            AnswerIds.DisableKey => Chosen(context, answer, KeyChoice.Disable, VaultKeySteps.ChoseToDisable(answer.By, key)),
            AnswerIds.DeleteKey => Chosen(context, answer, KeyChoice.Delete, VaultKeySteps.ChoseToDelete(answer.By, key)),
            _ => new StepOutcome.Ask(Questions.VaultKey(key, facts.Radius)),
        };
    }

    private static StepOutcome.Done Chosen(RunContext context, PersonAnswer answer, KeyChoice choice, string note) => new(note)
    {
        Facts = Removal.With(
            context, Removal.Of(context) with { KeyChoice = choice, KeyChosenBy = answer.By, KeyByHand = answer.Has(AnswerIds.ByHand) }),
    };
}
