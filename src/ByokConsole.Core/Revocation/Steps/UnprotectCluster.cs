using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Turns deletion protection off, if a person agreed to that.</summary>
public sealed class UnprotectCluster(IKafkaClusters clusters, IClusterRemoval removal, RunPace pace) : IRunStep
{
    public string Name => StepNames.UnprotectCluster;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (environment, id, facts) = (context.Run.EnvironmentId, Removal.ClusterOf(context), Removal.Of(context));
        if (facts.DeletionStatement is not null)
            return new StepOutcome.NotNeeded(DeletionSteps.NeedsNoDeletion(id));
        var cluster = await clusters.GetAsync(environment, id, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return Removal.IsUnseen(cluster.Fault)
                ? new StepOutcome.NotNeeded(DeletionSteps.LeftToNextStep(id))
                : Setbacks.Wait(cluster.Fault, pace.LookAgain);
        if (!cluster.Value.DeletionProtection)
            return context.HasIntent
                ? new StepOutcome.Done(DeletionSteps.Unprotected(id))
                {
                    Deed = Removal.Noted(context, Deeds.SawUnprotected(id), null, cluster.CloudTime),
                }
                : new StepOutcome.NotNeeded(DeletionSteps.Unprotected(id));
        if (!facts.Unprotects)
            return Setbacks.Fail(DeletionSteps.ProtectedMeanwhile(id), Removal.StillThere(context));
        await context.IntendAsync(DeletionSteps.Unprotecting(id), cluster.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await removal.UnprotectAsync(environment, id, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            return new StepOutcome.Done(DeletionSteps.Unprotected(id))
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, Deeds.Unprotected(id), facts.DeletionAgreedBy, answer),
            };
        return Setbacks.WaitOrFail(answer.Fault, Removal.StillThere(context), pace.LookAgain);
    }
}
