using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Finds the application's service principal, or creates it.</summary>
public sealed class EnsurePrincipal(IAccessGrants grants, RunPace pace) : IRunStep
{
    public string Name => StepNames.EnsurePrincipal;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var application = context.Run.Input.ApplicationId!.Value;
        var found = await grants.FindServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (found.IsOk)
            return Known(context, found.Value, isNew: context.HasIntent);
        if (found.Fault.Kind is not FaultKind.NotFound)
            return Setbacks.WaitOrFail(found.Fault, GrantSteps.NothingGranted(application), pace.LookAgain);
        // Creating is idempotent, so an unknown outcome needs no more than another look.
        await context.IntendAsync(GrantSteps.CreatingPrincipal(application), found.CloudTime, cancellationToken)
            .ConfigureAwait(false);
        var created = await grants.EnsureServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (created.IsOk)
            return Known(context, created.Value, isNew: true);
        return created.Fault.OutcomeUnknown || (created.Fault.Kind is FaultKind.NotFound && context.Elapsed < pace.Patience)
            ? Setbacks.Wait(created.Fault, pace.LookAgain)
            : Setbacks.WaitOrFail(created.Fault, GrantSteps.NothingGranted(application), pace.LookAgain);
    }

    private static StepOutcome.Done Known(RunContext context, ServicePrincipal principal, bool isNew)
        => new(isNew ? GrantSteps.PrincipalCreated(principal.ObjectId) : GrantSteps.PrincipalFound(principal.ObjectId))
        {
            Facts = context.Run.Facts with { PrincipalId = principal.ObjectId },
        };
}
