using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Disables or deletes the vault key, if that was decided. Who uses it is asked anew right before each act. Where the console may not, it
/// shows the command and watches for the effect.
/// </summary>
public sealed class TurnVaultKey(IVaultKeys keys, IVaultKeyControl control, KeyUsers users, RunPace pace) : IRunStep
{
    public string Name => StepNames.TurnVaultKey;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (key, facts) = (KeyIdentifier.Parse(context.Run.Input.KeyIdentifier!), Removal.Of(context));
        if (facts.KeyChoice is KeyChoice.Keep)
            return new StepOutcome.NotNeeded(VaultKeySteps.Kept(key));
        if (context.Run.Answer is { Choice: AnswerIds.KeepKey } answer)
            return new StepOutcome.NotNeeded(VaultKeySteps.ChoseToKeep(answer.By, key))
            {
                Facts = Removal.With(context, facts with { KeyChoice = KeyChoice.Keep, KeyChosenBy = answer.By }),
            };
        if (context.Run.Answer is { Choice: AnswerIds.LookAgain })
            facts = facts with { KeyRefusal = null };
        var deleted = await control.FindDeletedAsync(key, cancellationToken).ConfigureAwait(false);
        if (deleted.IsOk)
            return Deleted(context, key, facts, deleted.Value.DeletedAt, deleted.Value.ScheduledPurgeAt, deleted.CloudTime);
        return facts.KeyChoice is KeyChoice.Delete
            ? await DeleteAsync(context, key, facts, cancellationToken).ConfigureAwait(false)
            : await DisableAsync(context, key, facts, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> DeleteAsync(RunContext context, KeyIdentifier key, RemovalFacts facts, CancellationToken cancellationToken)
    {
        var present = await keys.GetAsync(key, cancellationToken).ConfigureAwait(false);
        if (present.Fault is { IsTransient: true } passing)
            return Setbacks.Wait(passing, pace.LookAgain);
        var isMissing = present.Fault is { Kind: FaultKind.NotFound };
        // Deleted keys may not be shown to this credential; the key itself is gone all the same, and when it is purged is not told.
        if (isMissing && context.Now - (context.Step.IntentAt ?? context.Step.StartedAt) >= pace.Settle)
            return Deleted(context, key, facts, null, null, present.CloudTime);
        if (isMissing || facts.KeyDeletedAt is not null)
            return new StepOutcome.Wait(VaultKeySteps.BeingDeleted(key), pace.Soon) { Facts = Removal.With(context, facts) };
        if (await BlockAsync(context, key, facts, AzCommand.DeleteKey(key), cancellationToken).ConfigureAwait(false) is { } blocked)
            return blocked;
        await context.IntendAsync(VaultKeySteps.AskingToDelete(key), present.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await control.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        return answer.IsOk
            ? new StepOutcome.Wait(VaultKeySteps.BeingDeleted(key), pace.Soon)
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, Deeds.DeletedKey(key), facts.KeyChosenBy, answer),
                Facts = Removal.With(
                    context, facts with { KeyDeletedAt = answer.Value.DeletedAt ?? Removal.Now(context, answer.CloudTime) }, answer.CloudTime),
            }
            : Refused(context, key, facts, answer.Fault);
    }

    private async Task<StepOutcome> DisableAsync(RunContext context, KeyIdentifier key, RemovalFacts facts, CancellationToken cancellationToken)
    {
        var listed = await keys.ListVersionsAsync(key, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return Setbacks.Wait(listed.Fault, RunPace.ForStanding(context.Elapsed)) with
            {
                Question = Questions.KeyInUse(key, listed.Fault.Message),
            };
        var enabled = listed.Value.Where(item => item.Attributes.Enabled && item.Id.Version is not null).Select(item => item.Id).ToList();
        if (enabled.Count == 0)
            return Disabled(context, key, facts, listed.CloudTime);
        if (enabled.Any(id => !facts.DisabledVersions.Contains(id.Version!)))
            // Written before the first of them is disabled: the way back enables these, and none that was disabled before.
            return new StepOutcome.Wait(VaultKeySteps.AboutToDisable(key), TimeSpan.Zero)
            {
                Facts = Removal.With(
                    context, facts with { DisabledVersions = [.. facts.DisabledVersions.Union(enabled.Select(id => id.Version!))] }),
            };
        var command = AzCommand.DisableVersions(key, enabled.Select(id => id.Version!));
        if (await BlockAsync(context, key, facts, command, cancellationToken).ConfigureAwait(false) is { } blocked)
            return blocked;
        await context.IntendAsync(VaultKeySteps.Disabling(enabled[0]), listed.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await control.SetEnabledAsync(enabled[0], enabled: false, cancellationToken).ConfigureAwait(false);
        return answer.IsOk
            ? new StepOutcome.Wait(VaultKeySteps.BeingDisabled(key), TimeSpan.Zero)
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, Deeds.DisabledVersion(enabled[0]), facts.KeyChosenBy, answer),
                Facts = Removal.With(context, facts, answer.CloudTime),
            }
            : Refused(context, key, facts, answer.Fault);
    }

    /// <summary>Why the console does not act now: somebody uses the key, or a person does it by hand; null when it may.</summary>
    private async Task<StepOutcome?> BlockAsync(
        RunContext context, KeyIdentifier key, RemovalFacts facts, string command, CancellationToken cancellationToken)
    {
        var known = Removal.With(context, facts);
        if (await KeyGuard.RefusalAsync(users, key, cancellationToken).ConfigureAwait(false) is { } refusal)
            return new StepOutcome.Wait(refusal, RunPace.ForStanding(context.Elapsed))
            {
                Facts = known,
                Question = Questions.KeyInUse(key, refusal),
            };
        return facts.KeyByHand || facts.KeyRefusal is not null
            ? new StepOutcome.Wait(VaultKeySteps.WaitsForCommand(key), RunPace.ForStanding(context.Elapsed))
            {
                Facts = known,
                Question = Questions.KeyByHand(command, facts.KeyRefusal),
            }
            : null;
    }

    /// <summary>The console wants no standing right to this: a refusal turns it into a watcher.</summary>
    private StepOutcome.Wait Refused(RunContext context, KeyIdentifier key, RemovalFacts facts, CloudFault fault)
        => fault.IsTransient || fault.OutcomeUnknown || fault.Kind is FaultKind.Conflict or FaultKind.NotFound
            ? Setbacks.Wait(fault, pace.LookAgain)
            : new StepOutcome.Wait(VaultKeySteps.NotAllowed(key), TimeSpan.Zero)
            {
                RequestId = fault.RequestId,
                Facts = Removal.With(context, facts with { KeyRefusal = fault.Message }),
            };

    private static StepOutcome.Done Deleted(
        RunContext context, KeyIdentifier key, RemovalFacts facts, DateTimeOffset? at, DateTimeOffset? purge, DateTimeOffset? cloudTime)
        => new(purge is { } date ? VaultKeySteps.DeletedUntilPurge(key, Questions.Date(date)) : VaultKeySteps.Deleted(key))
        {
            Facts = Removal.With(
                context, facts with { KeyDeletedAt = at ?? facts.KeyDeletedAt ?? Removal.Now(context, cloudTime), ScheduledPurgeAt = purge }, cloudTime),
            Deed = Removal.Noted(context, Deeds.SawKeyDeleted(key), null, cloudTime),
        };

    private static StepOutcome.Done Disabled(RunContext context, KeyIdentifier key, RemovalFacts facts, DateTimeOffset? cloudTime)
        => new(VaultKeySteps.Disabled(key))
        {
            Facts = Removal.With(context, facts with { KeyDisabledAt = Removal.Now(context, cloudTime) }, cloudTime),
            Deed = Removal.Noted(context, Deeds.SawKeyDisabled(key), null, cloudTime),
        };
}
