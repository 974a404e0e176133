using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
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
            return Setbacks.Fail("A person ended this run.", $"Vault key {key} is as it was.");
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
            ? new StepOutcome.Done($"Vault key {key} is back.")
            {
                Deed = Removal.Noted(context, $"Saw that vault key {key} is back", null, listed.CloudTime),
            }
            : await EnableAsync(context, key, facts, disabled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> RecoverAsync(RunContext context, KeyIdentifier key, RemovalFacts facts, CancellationToken cancellationToken)
    {
        var deleted = await control.FindDeletedAsync(key, cancellationToken).ConfigureAwait(false);
        if (deleted.Fault is { Kind: FaultKind.NotFound })
            return context.Elapsed < pace.Patience
                ? new StepOutcome.Wait("Key Vault brings the key back.", pace.Soon)
                : Setbacks.Fail($"Vault key {key} is neither there nor deleted: the vault has purged it.", "Nobody can get it back.");
        if (deleted.Fault is { IsTransient: true } passing)
            return Setbacks.Wait(passing, pace.LookAgain);
        if (facts.KeyRefusal is { } refusal)
            return ByHand(context, facts, AzCommand.RecoverKey(key), refusal);
        await context.IntendAsync($"Recovering vault key {key}.", deleted.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await control.RecoverAsync(key, cancellationToken).ConfigureAwait(false);
        return Acted(context, facts, answer, $"Recovered vault key {key}");
    }

    private async Task<StepOutcome> EnableAsync(
        RunContext context, KeyIdentifier key, RemovalFacts facts, List<KeyListItem> disabled, CancellationToken cancellationToken)
    {
        if (facts.KeyRefusal is { } refusal)
            return ByHand(context, facts, AzCommand.EnableVersions(key, disabled.Select(item => item.Id.Version!)), refusal);
        var version = disabled[0].Id;
        await context.IntendAsync($"Enabling vault key version {version}.", null, cancellationToken).ConfigureAwait(false);
        var answer = await control.SetEnabledAsync(version, enabled: true, cancellationToken).ConfigureAwait(false);
        return Acted(context, facts, answer, $"Enabled vault key version {version}");
    }

    private StepOutcome.Wait Acted(RunContext context, RemovalFacts facts, Answer<VaultKey> answer, string what) => answer switch
    {
        { IsOk: true } => new StepOutcome.Wait("The vault key comes back.", pace.Soon)
        {
            RequestId = answer.RequestId,
            Deed = Removal.Did(context, what, context.Run.StartedBy, answer),
        },
        { Fault: { IsTransient: true } or { OutcomeUnknown: true } or { Kind: FaultKind.Conflict or FaultKind.NotFound } }
            => Setbacks.Wait(answer.Fault, pace.LookAgain),
        _ => new StepOutcome.Wait("Key Vault does not allow it to the console.", TimeSpan.Zero)
        {
            RequestId = answer.Fault!.RequestId,
            Facts = Removal.With(context, facts with { KeyRefusal = answer.Fault.Message }),
        },
    };

    private static StepOutcome.Wait ByHand(RunContext context, RemovalFacts facts, string command, string refusal)
        => new("Waits for the command to be run.", RunPace.ForStanding(context.Elapsed))
        {
            Facts = Removal.With(context, facts),
            Question = Questions.KeyBack(command, refusal),
        };
}
