using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Turns deletion protection off, if a person agreed to that.</summary>
public sealed class UnprotectCluster(IKafkaClusters clusters, IClusterRemoval removal, RunPace pace) : IRunStep
{
    public string Name => StepNames.UnprotectCluster;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (environment, id, facts) = (context.Run.EnvironmentId, Removal.ClusterOf(context), Removal.Of(context));
        if (facts.DeletionStatement is not null)
            return new StepOutcome.NotNeeded("The cluster is stated to be deleted already.");
        var cluster = await clusters.GetAsync(environment, id, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return Removal.IsUnseen(cluster.Fault)
                ? new StepOutcome.NotNeeded("Confluent Cloud does not show the cluster now; the next step looks into that.")
                : Setbacks.Wait(cluster.Fault, pace.LookAgain);
        if (!cluster.Value.DeletionProtection)
            return context.HasIntent
                ? new StepOutcome.Done("Deletion protection is off.")
                {
                    Deed = Removal.Noted(context, $"Saw that deletion protection of {id} is off", null, cluster.CloudTime),
                }
                : new StepOutcome.NotNeeded("Deletion protection is off.");
        if (!facts.Unprotects)
            return Setbacks.Fail($"Deletion protection of {id} was turned on after its deletion was agreed to.", Removal.StillThere(context));
        await context.IntendAsync($"Turning deletion protection of {id} off.", cluster.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await removal.UnprotectAsync(environment, id, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            return new StepOutcome.Done("Deletion protection is off.")
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, $"Turned deletion protection of {id} off", facts.DeletionAgreedBy, answer),
            };
        return Setbacks.WaitOrFail(answer.Fault, Removal.StillThere(context), pace.LookAgain);
    }
}
