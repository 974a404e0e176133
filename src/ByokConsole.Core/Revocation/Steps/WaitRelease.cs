using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Looks until Confluent Cloud has released the key: its registration says so, or it is gone, or it cannot be read and the five days are over
/// by the cloud's clock. Meanwhile a person may change their mind about the registration.
/// </summary>
public sealed class WaitRelease(IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.WaitRelease;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (id, facts) = (context.Run.Input.RegistrationId!, Removal.Of(context));
        if (context.Run.Answer is { Choice: AnswerIds.KeepRegistration or AnswerIds.DeleteRegistration } answer)
            facts = facts with { DeletesRegistration = answer.Choice == AnswerIds.DeleteRegistration };
        var read = await registrations.GetAsync(id, cancellationToken).ConfigureAwait(false);
        var now = Removal.Now(context, read.CloudTime);
        var isOver = now >= facts.GoneAt + KeyBinding.ReleaseAfter;
        return read switch
        {
            { IsOk: true, Value.IsAvailable: true } => Released(context, facts, ReleaseSteps.Released(id), read.CloudTime),
            { Fault.Kind: FaultKind.NotFound } when isOver
                => Released(context, facts, ReleaseSteps.UnseenAndOver(id), read.CloudTime),
            _ when context.Run.Answer is { Choice: AnswerIds.EndWait } ended => new StepOutcome.NotNeeded(ReleaseSteps.WaitEnded(ended.By, id))
            {
                Facts = Removal.With(context, facts, read.CloudTime),
            },
            { Fault.IsTransient: true } => Setbacks.Wait(read.Fault, pace.LookAgain) with
            {
                Facts = Removal.With(context, facts),
                Question = Questions.Release(id, facts.DeletesRegistration, isOver),
            },
            _ => new StepOutcome.Wait(ReasonOf(id, read.Fault, facts, isOver), RunPace.ForStanding(context.Elapsed))
            {
                Facts = Removal.With(context, facts, read.CloudTime),
                Question = Questions.Release(id, facts.DeletesRegistration, isOver),
            },
        };
    }

    private static string ReasonOf(string id, CloudFault? fault, RemovalFacts facts, bool isOver) => (fault, isOver) switch
    {
        ({ } why, _) => ReleaseSteps.Unknown(id, why.Message),
        (_, true) => ReleaseSteps.Overdue(id),
        _ => ReleaseSteps.Awaited(id, Questions.Date(facts.GoneAt!.Value + KeyBinding.ReleaseAfter)),
    };

    private static StepOutcome.Done Released(RunContext context, RemovalFacts facts, string note, DateTimeOffset? cloudTime) => new(note)
    {
        Facts = Removal.With(context, facts with { ReleasedAt = Removal.Now(context, cloudTime) }, cloudTime),
        Deed = Removal.Noted(context, Deeds.SawReleased(context.Run.Input.RegistrationId!), null, cloudTime),
    };
}
