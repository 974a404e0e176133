using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Deletes the released registration, if that was asked for. One that is in use again stays.</summary>
public sealed class DeleteRegistration(IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.DeleteRegistration;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (id, facts) = (context.Run.Input.RegistrationId!, Removal.Of(context));
        if (!facts.DeletesRegistration)
            return new StepOutcome.NotNeeded(ReleaseSteps.Kept(id));
        var read = await registrations.GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (read.Fault is { Kind: FaultKind.NotFound })
            return context.HasIntent ? Gone(context, facts, read.CloudTime) : new StepOutcome.NotNeeded(ReleaseSteps.GoneAlready(id));
        if (!read.IsOk)
            return Setbacks.Wait(read.Fault, pace.LookAgain);
        if (!read.Value.IsAvailable)
            return new StepOutcome.NotNeeded(ReleaseSteps.KeptInState(id, read.Value.State));
        await context.IntendAsync(ReleaseSteps.Deleting(id), read.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await registrations.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsOk: true } => Gone(context, facts, answer.CloudTime) with
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, Deeds.DeletedRegistration(id), facts.AgreedBy, answer),
            },
            { Fault: { IsTransient: true } or { OutcomeUnknown: true } } => Setbacks.Wait(answer.Fault, pace.LookAgain),
            _ => new StepOutcome.NotNeeded(ReleaseSteps.KeptRefused(id, answer.Fault!.Message)) { RequestId = answer.Fault.RequestId },
        };
    }

    private static StepOutcome.Done Gone(RunContext context, RemovalFacts facts, DateTimeOffset? cloudTime)
        => new(ReleaseSteps.Deleted(context.Run.Input.RegistrationId!))
        {
            Facts = Removal.With(context, facts with { RegistrationDeletedAt = Removal.Now(context, cloudTime) }, cloudTime),
            Deed = Removal.Noted(context, Deeds.SawRegistrationDeleted(context.Run.Input.RegistrationId!), null, cloudTime),
        };
}
