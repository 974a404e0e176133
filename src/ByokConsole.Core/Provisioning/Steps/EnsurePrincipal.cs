using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Finds the application's service principal, or creates it.</summary>
public sealed class EnsurePrincipal(IAccessGrants grants, RunPace pace) : IRunStep
{
    private const string NothingMade = "No access was granted.";

    public string Name => StepNames.EnsurePrincipal;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var application = context.Run.Input.ApplicationId!.Value;
        var found = await grants.FindServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (found.IsOk)
            return Known(context, found.Value, context.HasIntent ? "Created" : "Found");
        if (found.Fault.Kind is not FaultKind.NotFound)
            return Setbacks.WaitOrFail(found.Fault, NothingMade, pace.LookAgain);
        // Creating is idempotent, so an unknown outcome needs no more than another look.
        await context.IntendAsync($"Creating the service principal of application {application}.", found.CloudTime, cancellationToken)
            .ConfigureAwait(false);
        var created = await grants.EnsureServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (created.IsOk)
            return Known(context, created.Value, "Created");
        return created.Fault.OutcomeUnknown || (created.Fault.Kind is FaultKind.NotFound && context.Elapsed < pace.Patience)
            ? Setbacks.Wait(created.Fault, pace.LookAgain)
            : Setbacks.WaitOrFail(created.Fault, NothingMade, pace.LookAgain);
    }

    private static StepOutcome.Done Known(RunContext context, ServicePrincipal principal, string how)
        => new($"{how} service principal {principal.ObjectId}.") { Facts = context.Run.Facts with { PrincipalId = principal.ObjectId } };
}
