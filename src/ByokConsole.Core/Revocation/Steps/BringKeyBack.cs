using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Recovers the deleted key and enables the versions that the revocation disabled; none that was disabled before. Where the console may not,
/// it shows the command and watches.
/// </summary>
public sealed class BringKeyBack(IVaultKeys keys, IVaultKeyControl control, RunPace pace) : IRunStep
{
    public string Name => StepNames.BringKeyBack;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (key, input) = (KeyIdentifier.Parse(context.Run.Input.KeyIdentifier!), context.Run.Input);
        if (context.Run.Answer is { Choice: AnswerIds.Stop })
            return Setbacks.Fail(WayBackSteps.Ended, WayBackSteps.LeftAsItStands(key));
        var facts = Removal.Of(context);
        if (context.Run.Answer is { Choice: AnswerIds.LookAgain })
            facts = facts with { KeyRefusal = null };
        var listed = await keys.ListVersionsAsync(key, cancellationToken).ConfigureAwait(false);
        if (listed is { Fault.Kind: FaultKind.NotFound } or { IsOk: true, Value.Count: 0 })
            return await RecoverAsync(context, key, facts, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return Setbacks.Wait(listed.Fault, pace.LookAgain);
        var disabled = listed.Value.Where(item => !item.Attributes.Enabled && input.KeyVersions.Contains(item.Id.Version)).ToList();
        return disabled.Count == 0
            ? new StepOutcome.Done(WayBackSteps.Back(key))
            {
                Deed = Removal.Noted(context, Deeds.SawKeyBack(key), null, listed.CloudTime),
            }
            : await EnableAsync(context, key, facts, disabled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> RecoverAsync(RunContext context, KeyIdentifier key, RemovalFacts facts, CancellationToken cancellationToken)
    {
        var deleted = await control.FindDeletedAsync(key, cancellationToken).ConfigureAwait(false);
        if (deleted.Fault is { Kind: FaultKind.NotFound })
            return context.Elapsed < pace.Patience
                ? new StepOutcome.Wait(WayBackSteps.BeingRecovered(key), pace.Soon)
                : Setbacks.Fail(WayBackSteps.Purged(key), WayBackSteps.LostForGood);
        if (deleted.Fault is { IsTransient: true } passing)
            return Setbacks.Wait(passing, pace.LookAgain);
        if (facts.KeyRefusal is { } refusal)
            return ByHand(context, key, facts, AzCommand.RecoverKey(key), refusal);
        await context.IntendAsync(WayBackSteps.Recovering(key), deleted.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await control.RecoverAsync(key, cancellationToken).ConfigureAwait(false);
        return Acted(context, key, facts, answer, Deeds.RecoveredKey(key));
    }

    private async Task<StepOutcome> EnableAsync(
        RunContext context, KeyIdentifier key, RemovalFacts facts, List<KeyListItem> disabled, CancellationToken cancellationToken)
    {
        if (facts.KeyRefusal is { } refusal)
            return ByHand(context, key, facts, AzCommand.EnableVersions(key, disabled.Select(item => item.Id.Version!)), refusal);
        var version = disabled[0].Id;
        await context.IntendAsync(WayBackSteps.Enabling(version), null, cancellationToken).ConfigureAwait(false);
        var answer = await control.SetEnabledAsync(version, enabled: true, cancellationToken).ConfigureAwait(false);
        return Acted(context, key, facts, answer, Deeds.EnabledVersion(version));
    }

    private StepOutcome.Wait Acted(RunContext context, KeyIdentifier key, RemovalFacts facts, Answer<VaultKey> answer, string deed) => answer switch
    {
        { IsOk: true } => new StepOutcome.Wait(WayBackSteps.ComesBack(key), pace.Soon)
        {
            RequestId = answer.RequestId,
            Deed = Removal.Did(context, deed, context.Run.StartedBy, answer),
        },
        { Fault: { IsTransient: true } or { OutcomeUnknown: true } or { Kind: FaultKind.Conflict or FaultKind.NotFound } }
            => Setbacks.Wait(answer.Fault, pace.LookAgain),
        _ => new StepOutcome.Wait(VaultKeySteps.NotAllowed(key), TimeSpan.Zero)
        {
            RequestId = answer.Fault!.RequestId,
            Facts = Removal.With(context, facts with { KeyRefusal = answer.Fault.Message }),
        },
    };

    private static StepOutcome.Wait ByHand(RunContext context, KeyIdentifier key, RemovalFacts facts, string command, string refusal)
        => new(VaultKeySteps.WaitsForCommand(key), RunPace.ForStanding(context.Elapsed))
        {
            Facts = Removal.With(context, facts),
            Question = Questions.KeyBack(command, refusal),
        };
}
