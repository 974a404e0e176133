using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>
/// Registers the key once. After an unknown outcome it takes over the one registration of this key that was created since; one that
/// was there before is not this draft's to take (or to delete later), and is offered under "Use existing" instead.
/// </summary>
public sealed class RegisterKey(IKeyRegistrations registrations, IRunStore runs, RunPace pace) : IRunStep
{
    public string Name => StepNames.RegisterKey;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var asked = Asked(context.Run.Input);
        var listed = await registrations.ListAsync(cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return context.HasIntent
                ? Setbacks.Wait(listed.Fault, pace.LookAgain)
                : Setbacks.WaitOrFail(listed.Fault, RegistrationSteps.NotRegistered, pace.LookAgain);
        var same = listed.Value.Where(registration => IsFor(registration, asked)).ToList();
        if (context.HasIntent)
            return await LookAsync(context, same, listed.CloudTime, cancellationToken).ConfigureAwait(false);
        return same.Count > 0
            ? Setbacks.Fail(Exists(same[0]), RegistrationSteps.NothingMade, DraftField.KeyIdentifier)
            : await SendAsync(context, listed.CloudTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> SendAsync(RunContext context, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
    {
        var asked = Asked(context.Run.Input);
        var isRepeat = context.HasIntent;
        await context.IntendAsync(RegistrationSteps.Asking(asked.Key), cloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await registrations.CreateAsync(asked, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsOk: true } => Made(context, answer.Value, RegistrationSteps.Registered(answer.Value.Id)) with { RequestId = answer.RequestId },
            { Fault.OutcomeUnknown: true } => LostReply(answer.Fault),
            { Fault.IsTransient: true } => Setbacks.Wait(answer.Fault, pace.LookAgain) with { Withdrawn = !isRepeat },
            // None was there a moment ago: an earlier attempt arrived after all, or the network delivered this one twice. The next look will show it.
            { Fault.Kind: FaultKind.AlreadyExists } when context.Elapsed < pace.Patience => LostReply(answer.Fault),
            { Fault.Kind: FaultKind.Conflict } when isRepeat && context.Elapsed < pace.Patience => LostReply(answer.Fault),
            _ => Setbacks.Fail(answer.Fault, RegistrationSteps.NotRegistered),
        };
    }

    private async Task<StepOutcome> LookAsync(
        RunContext context, List<KeyRegistration> same, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
    {
        var claimed = (await runs.ListAsync(null, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Id != context.Run.Id).Select(run => run.Facts.RegistrationId).ToHashSet();
        if (context.Run.Answer?.Choice is { } answer)
            return same.Find(registration => registration.Id == answer) is { } taken
                ? Made(context, taken, RegistrationSteps.Chosen(taken.Id))
                : Setbacks.Fail(RegistrationSteps.EndedUnclear, Unclear(same));
        var candidates = same.FindAll(registration => !claimed.Contains(registration.Id));
        return candidates switch
        {
            [var one] when one.CreatedAt >= context.Step.IntentCloudTime
                => Made(context, one, RegistrationSteps.Adopted(one.Id)),
            [] when pace.HasSettled(context) => await SendAsync(context, cloudTime, cancellationToken).ConfigureAwait(false),
            [] => LostReply(null) with { FoundNothing = true },
            _ => new StepOutcome.Ask(RegistrationQuestion.Of(candidates)),
        };
    }

    private StepOutcome.Wait LostReply(CloudFault? fault) => new(RegistrationSteps.LostReply, pace.LookAgain) { RequestId = fault?.RequestId };

    private static bool IsFor(KeyRegistration registration, NewKeyRegistration asked)
        => asked.Key.Equals(registration.Key?.Versionless) && asked.Vault.Equals(registration.Vault) && asked.TenantId == registration.TenantId;

    private static StepOutcome.Done Made(RunContext context, KeyRegistration registration, string note)
        => new(note) { Facts = context.Run.Facts with { RegistrationId = registration.Id, ApplicationId = registration.ApplicationId } };

    private static NewKeyRegistration Asked(RunInput input) => new(
        KeyIdentifier.Parse(input.KeyIdentifier!).Versionless,
        VaultResourceId.Parse(input.VaultResourceId!),
        input.TenantId!.Value,
        input.RegistrationDisplayName);

    private static string Exists(KeyRegistration registration) => registration.IsAvailable
        ? RegistrationSteps.Exists(registration.Id)
        : RegistrationSteps.ExistsInState(registration.Id, registration.State);

    private static string Unclear(List<KeyRegistration> same) => same.Count == 0
        ? RegistrationSteps.NoCandidate
        : RegistrationSteps.Candidates(string.Join(", ", same.Select(registration => registration.Id)));
}
