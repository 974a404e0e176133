using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Looks until the cluster is gone: the deletion was answered (or a person stated it), the cluster cannot be read, and the same credential
/// still lists its environment, without it. A permission that was lost makes the list fail, and a person is asked.
/// </summary>
public sealed class WaitGone(IKafkaClusters clusters, IKeyBindings bindings, RunPace pace) : IRunStep
{
    public string Name => StepNames.WaitGone;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (id, facts, answer) = (Removal.ClusterOf(context), Removal.Of(context), context.Run.Answer);
        if (answer is { Choice: AnswerIds.Stop })
            return Setbacks.Fail(DeletionSteps.EndedUnclear, DeletionSteps.LookForIt(id));
        if (answer is { Choice: AnswerIds.StateDeleted })
            facts = facts with { DeletionStatement = answer.Text!.Trim() };
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        if (cluster.IsOk)
            return new StepOutcome.Wait(DeletionSteps.StillShown(id, cluster.Value.Phase), RunPace.ForStanding(context.Elapsed))
            {
                Facts = Removal.With(context, facts, cluster.CloudTime),
                Question = facts.DeletionAnsweredAt is null ? Questions.StillShown(id) : null,
            };
        if (cluster.Fault.IsTransient)
            return Setbacks.Wait(cluster.Fault, pace.LookAgain);
        var listed = await clusters.ListAsync(context.Run.EnvironmentId, cancellationToken).ConfigureAwait(false);
        return listed switch
        {
            { IsOk: true } when listed.Value.Any(one => one.Id == id)
                => new StepOutcome.Wait(DeletionSteps.StillListed(id), RunPace.ForStanding(context.Elapsed)),
            { IsOk: true } when Removal.IsUnseen(cluster.Fault)
                => await GoneAsync(context, facts, listed.CloudTime, cancellationToken).ConfigureAwait(false),
            { Fault.IsTransient: true } => Setbacks.Wait(listed.Fault!, pace.LookAgain),
            _ when facts.DeletionStatement is not null => await GoneAsync(context, facts, null, cancellationToken).ConfigureAwait(false),
            _ => LostPermission(id, listed.Fault ?? cluster.Fault),
        };
    }

    private static StepOutcome.Ask LostPermission(string id, CloudFault fault) => new(
        Questions.Unseen(id, DeletionSteps.NothingShown(id, fault.Message))) { RequestId = fault.RequestId };

    private async Task<StepOutcome> GoneAsync(
        RunContext context, RemovalFacts facts, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
    {
        var (run, id, at) = (context.Run, Removal.ClusterOf(context), Removal.Now(context, cloudTime));
        if (run.Input.RegistrationId is { } registration && KeyIdentifier.TryParse(run.Input.KeyIdentifier, out var key))
        {
            // A cluster that was made elsewhere has no binding yet; a key's past is worth keeping all the same.
            await bindings.RecordAsync(
                new KeyBinding(key.Versionless, registration, run.EnvironmentId, id, facts.Radius?.CreatedAt ?? run.CreatedAt, at), cancellationToken)
                .ConfigureAwait(false);
            await bindings.CloseAsync(registration, id, at, cancellationToken).ConfigureAwait(false);
        }
        return new StepOutcome.Done(cloudTime is null ? DeletionSteps.GoneAsStated(id) : DeletionSteps.Gone(id))
        {
            Facts = Removal.With(context, facts with { GoneAt = at }, cloudTime),
            Deed = Removal.Noted(
                context,
                facts.DeletionAnsweredAt is null ? Deeds.TookClusterForGone(id) : Deeds.SawClusterGone(id),
                null,
                cloudTime),
        };
    }
}
