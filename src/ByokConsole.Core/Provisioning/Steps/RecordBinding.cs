using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Keeps which key serves the cluster, and lets go of the draft, which has become that cluster.</summary>
public sealed class RecordBinding(IKeyBindings bindings, IKeyRegistrations registrations, IDraftStore drafts, RunPace pace) : IRunStep
{
    public string Name => StepNames.RecordBinding;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (run, id) = (context.Run, context.Run.Facts.ClusterId!);
        if (run.Input.Cluster!.KeyRegistrationId is { } registrationId)
        {
            var registration = await registrations.GetAsync(registrationId, cancellationToken).ConfigureAwait(false);
            if (!registration.IsOk)
                return Setbacks.Wait(registration.Fault, pace.LookAgain);
            if (registration.Value.Key is { } key)
                await bindings.RecordAsync(
                    new KeyBinding(key.Versionless, registrationId, run.EnvironmentId, id, registration.CloudTime ?? context.Now, null), cancellationToken)
                    .ConfigureAwait(false);
        }
        if (run.DraftId is { } draftId)
            await drafts.DeleteAsync(draftId, cancellationToken).ConfigureAwait(false);
        return run.Input.Cluster.KeyRegistrationId is null
            ? new StepOutcome.NotNeeded(ClusterSteps.NoKeyToRecord)
            : new StepOutcome.Done(ClusterSteps.Recorded(id, run.Input.Cluster.KeyRegistrationId));
    }
}
