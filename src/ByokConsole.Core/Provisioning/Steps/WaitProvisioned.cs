using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Looks until the cluster is provisioned. It outlasts every fault that may pass: the cluster exists, and costs, all the while.</summary>
public sealed class WaitProvisioned(IKafkaClusters clusters, RunPace pace) : IRunStep
{
    /// <summary>A cluster may take a moment to show after it was accepted.</summary>
    private static readonly TimeSpan MayBeHidden = TimeSpan.FromMinutes(5);

    public string Name => StepNames.WaitProvisioned;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (environment, id) = (context.Run.EnvironmentId, context.Run.Facts.ClusterId!);
        var answer = await clusters.GetAsync(environment, id, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk)
            return Unseen(context, answer.Fault, id);
        var cluster = answer.Value;
        var facts = context.Run.Facts with { ClusterPhase = cluster.Phase };
        if (cluster.IsProvisioned)
            return new StepOutcome.Done(ClusterSteps.Provisioned(id)) { Facts = facts };
        if (cluster.IsFailed)
            return Failed(cluster) with { Facts = facts };
        return new StepOutcome.Wait(ClusterSteps.InPhase(id, cluster.Phase), RunPace.ForProvisioning(context.Elapsed)) { Facts = facts };
    }

    private StepOutcome Unseen(RunContext context, CloudFault fault, string id)
    {
        if (fault.Kind is FaultKind.NotFound && context.Elapsed >= MayBeHidden)
            return Setbacks.Fail(ClusterSteps.Vanished(id), ClusterSteps.AcceptedAndGone(id));
        // A lost permission is told as such, and never taken for a lost cluster.
        return Setbacks.Wait(fault, Longer(pace.LookAgain, RunPace.ForProvisioning(context.Elapsed)));
    }

    private static StepOutcome.Fail Failed(KafkaCluster cluster)
        => Setbacks.Fail(ClusterSteps.NotProvisioned(cluster.DisplayName, cluster.Phase), ClusterSteps.ExistsIdle(cluster.Id));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
