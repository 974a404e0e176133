using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// A person types the cluster's name. The cluster is read anew for it, and in a revocation its clients as well: who agrees days later
/// agrees to what is so then.
/// </summary>
public sealed class AgreeDeletion(IKafkaClusters clusters, ClientWatch clients, RunPace pace) : IRunStep
{
    public string Name => StepNames.AgreeDeletion;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, Removal.ClusterOf(context), cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return Unseen(context, cluster.Fault);
        var facts = Removal.Of(context);
        if (context.Run.Answer is { Choice: AnswerIds.StateStopped } statement)
            facts = facts with { ClientsStatement = statement.Text!.Trim() };
        if (context.Run.Kind is RunKind.RevokeAccess && facts.ClientsStatement is null)
            facts = facts with
            {
                Clients = await clients.ReadAsync(cluster.Value.Id, Removal.Now(context, cluster.CloudTime), cancellationToken).ConfigureAwait(false),
            };
        return Judge(context, cluster, facts);
    }

    private static StepOutcome Judge(RunContext context, Answer<KafkaCluster> read, RemovalFacts facts)
    {
        var (run, cluster) = (context.Run, read.Value);
        var isBusy = run.Kind is RunKind.RevokeAccess && facts is { ClientsStatement: null, Clients.Verdict: not ConnectionVerdict.Quiet };
        var isAgreed = run.Answer is { Choice: AnswerIds.DeleteCluster } && run.Answer.Text?.Trim() == cluster.DisplayName
            && (!cluster.DeletionProtection || run.Answer.Has(AnswerIds.Unprotect));
        if (isAgreed && !isBusy)
            return new StepOutcome.Done(DeletionSteps.Agreed(run.Answer!.By, cluster.DisplayName))
            {
                Facts = Removal.With(
                    context, facts with { DeletionAgreedBy = run.Answer.By, Unprotects = run.Answer.Has(AnswerIds.Unprotect) }, read.CloudTime),
            };
        var known = Removal.With(context, facts, read.CloudTime);
        if (!isBusy)
            return new StepOutcome.Ask(Questions.Deletion(run, cluster.DisplayName, cluster.DeletionProtection, busy: null)) { Facts = known };
        var reason = StopClients.ReasonOf(cluster.Id, facts.Clients!);
        return new StepOutcome.Wait(reason, RunPace.ForStanding(context.Elapsed))
        {
            Facts = known,
            Question = Questions.Deletion(run, cluster.DisplayName, cluster.DeletionProtection, reason),
        };
    }

    private StepOutcome Unseen(RunContext context, CloudFault fault)
    {
        if (!Removal.IsUnseen(fault))
            return Setbacks.WaitOrFail(fault, Removal.StillThere(context), pace.LookAgain);
        var id = Removal.ClusterOf(context);
        return context.Run.Answer switch
        {
            { Choice: AnswerIds.StateDeleted } answer => new StepOutcome.Done(DeletionSteps.StatedAlready(answer.By, id))
            {
                Facts = Removal.With(context, Removal.Of(context) with { DeletionStatement = answer.Text!.Trim(), DeletionAgreedBy = answer.By }),
            },
            { Choice: AnswerIds.Stop } => Setbacks.Fail(DeletionSteps.EndedBefore, DeletionSteps.NotDeletedHere(id)),
            _ => new StepOutcome.Ask(Questions.Unseen(id, DeletionSteps.UnseenBefore(id))),
        };
    }
}
