using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Asks Confluent Cloud to delete the cluster. Its reply matters: only the 204 tells that it was this console which deleted it. Where the
/// reply was lost and the cluster is no longer shown, a person says what that means; where it is shown still, the request is sent again.
/// </summary>
public sealed class DeleteCluster(IKafkaClusters clusters, IClusterRemoval removal, RunPace pace) : IRunStep
{
    private const string Protected = "deletion_protection_enabled";

    public string Name => StepNames.DeleteCluster;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var id = Removal.ClusterOf(context);
        if (Removal.Of(context).DeletionStatement is not null)
            return new StepOutcome.NotNeeded(DeletionSteps.NeedsNoDeletion(id));
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return Removal.IsUnseen(cluster.Fault)
                ? await UnseenAsync(context, cluster.Fault, cancellationToken).ConfigureAwait(false)
                : Setbacks.Wait(cluster.Fault, pace.LookAgain);
        if (cluster.Value.DisplayName != Removal.NameOf(context) && !context.HasIntent)
            return Setbacks.Fail(DeletionSteps.Renamed(id, cluster.Value.DisplayName), Removal.StillThere(context));
        if (context.HasIntent && !pace.HasSettled(context))
            return LostReply(id, null) with { FoundNothing = true };
        return await SendAsync(context, cluster, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> SendAsync(RunContext context, Answer<KafkaCluster> cluster, CancellationToken cancellationToken)
    {
        var (id, facts, isRepeat) = (cluster.Value.Id, Removal.Of(context), context.HasIntent);
        await context.IntendAsync(DeletionSteps.Asking(id), cluster.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await removal.DeleteAsync(context.Run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsOk: true } => new StepOutcome.Done(DeletionSteps.Accepted(id))
            {
                RequestId = answer.RequestId,
                Facts = Removal.With(context, facts with { DeletionAnsweredAt = Removal.Now(context, answer.CloudTime) }, answer.CloudTime),
                Deed = Removal.Did(context, Deeds.DeletedCluster(id), facts.DeletionAgreedBy, answer),
            },
            { Fault.OutcomeUnknown: true } => LostReply(id, answer.Fault),
            { Fault.IsTransient: true } => Setbacks.Wait(answer.Fault, pace.LookAgain) with { Withdrawn = !isRepeat },
            { Fault.Code: Protected } => Setbacks.Fail(answer.Fault, DeletionSteps.ProtectedAgain(id)),
            { Fault.Kind: FaultKind.NotFound } => LostReply(id, answer.Fault) with { Withdrawn = !isRepeat },
            // A repeat may be refused because the first one arrived: the next look tells.
            _ when isRepeat => LostReply(id, answer.Fault),
            _ => await RefusedAsync(context, answer.Fault, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>What is deleted reads as forbidden too: a request that the network delivered twice is refused the second time.</summary>
    private async Task<StepOutcome> RefusedAsync(RunContext context, CloudFault refusal, CancellationToken cancellationToken)
    {
        var id = Removal.ClusterOf(context);
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        return cluster.IsOk ? Setbacks.Fail(refusal, Removal.StillThere(context)) : LostReply(id, refusal);
    }

    /// <summary>Not shown, and no 204 from us: deleted by a lost request or by somebody else, or the permission was lost. A person knows.</summary>
    private async Task<StepOutcome> UnseenAsync(RunContext context, CloudFault fault, CancellationToken cancellationToken)
    {
        var id = Removal.ClusterOf(context);
        switch (context.Run.Answer)
        {
            case { Choice: AnswerIds.StateDeleted } answer:
                return new StepOutcome.Done(DeletionSteps.Stated(answer.By, id))
                {
                    Facts = Removal.With(context, Removal.Of(context) with { DeletionStatement = answer.Text!.Trim() }),
                };
            case { Choice: AnswerIds.Stop }:
                return Setbacks.Fail(DeletionSteps.EndedUnclear, DeletionSteps.LookForIt(id));
        }
        var listed = await clusters.ListAsync(context.Run.EnvironmentId, cancellationToken).ConfigureAwait(false);
        if (listed.IsOk && listed.Value.Any(cluster => cluster.Id == id))
            return new StepOutcome.Wait(DeletionSteps.ListedNotShown(id), pace.LookAgain);
        if (!listed.IsOk && listed.Fault.IsTransient)
            return Setbacks.Wait(listed.Fault, pace.LookAgain);
        var why = DeletionSteps.Unseen(id, context.HasIntent);
        var more = listed.IsOk ? why : DeletionSteps.UnseenNorListed(why, listed.Fault.Message);
        return new StepOutcome.Ask(Questions.Unseen(id, more)) { RequestId = fault.RequestId };
    }

    private StepOutcome.Wait LostReply(string cluster, CloudFault? fault)
        => new(DeletionSteps.LostReply(cluster), pace.LookAgain) { RequestId = fault?.RequestId };
}
