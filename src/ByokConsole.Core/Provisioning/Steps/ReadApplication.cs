using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Reads the registration back until Confluent Cloud has made its application.</summary>
public sealed class ReadApplication(IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.ReadApplication;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var id = context.Run.Facts.RegistrationId!;
        var remains = $"Registration {id} exists, and is offered under Use existing.";
        var answer = await registrations.GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (answer is { IsOk: true, Value.ApplicationId: { } application })
            return new StepOutcome.Done($"Its application is {application}.") { Facts = context.Run.Facts with { ApplicationId = application } };
        if (context.Elapsed >= pace.Patience)
            return answer.IsOk
                ? Setbacks.Fail($"Confluent Cloud has not made an application for {id} within {pace.Patience.TotalMinutes:0} minutes.", remains)
                : Setbacks.Fail(answer.Fault, remains);
        return answer.IsOk
            ? new StepOutcome.Wait($"Confluent Cloud has not made an application for {id} yet.", pace.Soon)
            : Setbacks.Wait(answer.Fault, pace.LookAgain);
    }
}
