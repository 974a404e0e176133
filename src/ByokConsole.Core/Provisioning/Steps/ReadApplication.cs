using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Reads the registration back until Confluent Cloud has made its application.</summary>
public sealed class ReadApplication(IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.ReadApplication;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var id = context.Run.Facts.RegistrationId!;
        var answer = await registrations.GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (answer is { IsOk: true, Value.ApplicationId: { } application })
            return new StepOutcome.Done(RegistrationSteps.HasApplication(id, application))
            {
                Facts = context.Run.Facts with { ApplicationId = application },
            };
        if (context.Elapsed >= pace.Patience)
            return answer.IsOk
                ? Setbacks.Fail(RegistrationSteps.NoApplication(id, (int)pace.Patience.TotalMinutes), RegistrationSteps.Remains(id))
                : Setbacks.Fail(answer.Fault, RegistrationSteps.Remains(id));
        return answer.IsOk
            ? new StepOutcome.Wait(RegistrationSteps.NoApplicationYet(id), pace.Soon)
            : Setbacks.Wait(answer.Fault, pace.LookAgain);
    }
}
