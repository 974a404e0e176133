using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Proves that the cluster carries the key that was asked for. A cluster without it must never pass for a protected one.</summary>
public sealed class VerifyKey(IKafkaClusters clusters, IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.VerifyKey;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (run, id) = (context.Run, context.Run.Facts.ClusterId!);
        if (run.Input.Cluster!.KeyRegistrationId is not { } expected)
            return new StepOutcome.NotNeeded(ClusterSteps.NoKeyToVerify);
        var cluster = await clusters.GetAsync(run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return Setbacks.Wait(cluster.Fault, pace.LookAgain);
        if (cluster.Value.KeyRegistrationId != expected)
            return Mismatch(context, cluster.Value.KeyRegistrationId is { } other
                ? ClusterSteps.CarriesAnother(id, other, expected)
                : ClusterSteps.CarriesNone(id));
        var registration = await registrations.GetAsync(expected, cancellationToken).ConfigureAwait(false);
        if (!registration.IsOk)
            return Setbacks.Wait(registration.Fault, pace.LookAgain);
        return KeyIdentifier.TryParse(run.Input.KeyIdentifier, out var asked) && !asked.Versionless.Equals(registration.Value.Key?.Versionless)
            ? Mismatch(context, ClusterSteps.CarriesAnotherKey(id, expected, registration.Value.KeyText, asked.Versionless))
            : new StepOutcome.Done(ClusterSteps.CarriesKey(id, expected, registration.Value.KeyText));
    }

    private static StepOutcome.Fail Mismatch(RunContext context, string reason)
        => Setbacks.Fail(reason, ClusterSteps.WithoutItsKey(context.Run.Facts.ClusterId!)) with
        {
            Facts = context.Run.Facts with { KeyMismatch = true },
        };
}
