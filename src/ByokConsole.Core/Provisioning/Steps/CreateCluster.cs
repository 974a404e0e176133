using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>
/// Asks for the cluster once. Confluent's POST is not replay-safe: after an unknown outcome the step looks for what the POST may have
/// made and adopts it only if everything agrees; anything less asks a person.
/// </summary>
public sealed class CreateCluster(IKafkaClusters clusters, IRunStore runs, RunPace pace) : IRunStep
{
    public string Name => StepNames.CreateCluster;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var listed = await clusters.ListAsync(asked.EnvironmentId, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return context.HasIntent
                ? Setbacks.Wait(listed.Fault, pace.LookAgain)
                : Setbacks.WaitOrFail(listed.Fault, NothingMade(asked), pace.LookAgain);
        if (context.HasIntent)
            return await LookAsync(context, listed, cancellationToken).ConfigureAwait(false);
        return asked.KeyRegistrationId is { } key && listed.Value.FirstOrDefault(cluster => cluster.KeyRegistrationId == key) is { } user
            ? Setbacks.Fail(ClusterSteps.KeyServesAnother(key, user.Id), NothingMade(asked), DraftField.Registration)
            : await SendAsync(context, listed.CloudTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome> SendAsync(RunContext context, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var note = ClusterSteps.Asking(asked.DisplayName);
        var isRepeat = context.HasIntent && context.Run.Answer?.Choice is not ClusterQuestion.SendAgain;
        await (isRepeat ? context.IntendAsync(note, cloudTime, cancellationToken) : context.IntendAfreshAsync(note, cloudTime, cancellationToken))
            .ConfigureAwait(false);
        var answer = await clusters.CreateAsync(asked, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsOk: true } => await ReadBackAsync(context, answer, cancellationToken).ConfigureAwait(false),
            { Fault.OutcomeUnknown: true } => LostReply(asked, answer.Fault),
            { Fault.IsTransient: true } => Setbacks.Wait(answer.Fault, pace.LookAgain) with { Withdrawn = !isRepeat },
            _ => await RefusedAsync(context, answer.Fault, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<StepOutcome> LookAsync(
        RunContext context, Answer<IReadOnlyList<KafkaCluster>> listed, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var candidates = await CandidatesAsync(context, listed.Value, cancellationToken).ConfigureAwait(false);
        switch (context.Run.Answer?.Choice)
        {
            case ClusterQuestion.SendAgain:
                return await SendAsync(context, listed.CloudTime, cancellationToken).ConfigureAwait(false);
            case ClusterQuestion.Stop:
                return Setbacks.Fail(ClusterSteps.EndedUnclear, Unclear(asked, candidates));
            case { } answer when candidates.FirstOrDefault(candidate => candidate.Cluster.Id == ClusterQuestion.Taken(answer)) is { } taken:
                return Made(context, taken.Cluster, ClusterSteps.Chosen(taken.Cluster.Id), null);
        }
        return candidates switch
        {
            [{ IsTheOne: true } one] => Made(context, one.Cluster, ClusterSteps.Adopted(one.Cluster.Id), null),
            [] when pace.HasSettled(context) => await SendAsync(context, listed.CloudTime, cancellationToken).ConfigureAwait(false),
            [] => LostReply(asked, null) with { FoundNothing = true },
            _ => new StepOutcome.Ask(ClusterQuestion.Of(asked.DisplayName, candidates)),
        };
    }

    /// <summary>
    /// One was asked for and one was made; were there two, the request was delivered twice on the way, and only a person can tell what to do about it.
    /// </summary>
    private async Task<StepOutcome> ReadBackAsync(RunContext context, Answer<KafkaCluster> made, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var listed = await clusters.ListAsync(asked.EnvironmentId, cancellationToken).ConfigureAwait(false);
        var candidates = listed.IsOk ? await CandidatesAsync(context, listed.Value, cancellationToken).ConfigureAwait(false) : [];
        return candidates.Count(candidate => candidate.IsTheOne) > 1
            ? new StepOutcome.Ask(ClusterQuestion.Of(asked.DisplayName, candidates)) { RequestId = made.RequestId }
            : Made(context, made.Value, ClusterSteps.Accepted(asked.DisplayName, made.Value.Id), made.RequestId);
    }

    /// <summary>
    /// What is refused may have arrived before all the same (the key is in use, say), by an earlier attempt or by a network that delivered this one
    /// twice: look once more before giving up.
    /// </summary>
    private async Task<StepOutcome> RefusedAsync(RunContext context, CloudFault refusal, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var listed = await clusters.ListAsync(asked.EnvironmentId, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return Setbacks.Wait(listed.Fault, pace.LookAgain);
        var candidates = await CandidatesAsync(context, listed.Value, cancellationToken).ConfigureAwait(false);
        return candidates.Count == 0
            ? Setbacks.Fail(refusal, NothingMade(asked))
            : await LookAsync(context, listed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Listed first, journal second: whoever made a cluster in the list had written the intent before, so a rival shows here. What
    /// another run claims is no candidate; where another run may have made it, only a person can tell.
    /// </summary>
    private async Task<IReadOnlyList<ClusterCandidate>> CandidatesAsync(
        RunContext context, IReadOnlyList<KafkaCluster> listed, CancellationToken cancellationToken)
    {
        var asked = context.Run.Input.Cluster!;
        var others = (await runs.ListAsync(asked.EnvironmentId, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Id != context.Run.Id && run.Kind is RunKind.CreateCluster).ToList();
        var claimed = others.Select(run => run.Facts.ClusterId).ToHashSet();
        var rival = others.Find(run => !run.HasEnded && run.Facts.ClusterId is null && run.Input.Cluster?.DisplayName == asked.DisplayName
            && run.Steps.Any(step => step is { Name: StepNames.CreateCluster, IntentAt: not null }));
        var candidates = ClusterCandidate.Find(
            listed.Where(cluster => !claimed.Contains(cluster.Id)), asked, context.Step.IntentCloudTime ?? context.Now);
        return rival is null
            ? candidates
            : [.. candidates.Select(candidate => candidate with { Differences = [.. candidate.Differences, $"{rival.Id} may have made it"] })];
    }

    private StepOutcome.Wait LostReply(NewCluster asked, CloudFault? fault)
        => new(ClusterSteps.LostReply(asked.DisplayName), pace.LookAgain) { RequestId = fault?.RequestId };

    private static StepOutcome.Done Made(RunContext context, KafkaCluster cluster, string note, string? requestId)
        => new(note) { Facts = context.Run.Facts with { ClusterId = cluster.Id, ClusterPhase = cluster.Phase }, RequestId = requestId };

    private static string NothingMade(NewCluster asked)
        => asked.KeyRegistrationId is { } key ? ClusterSteps.RegistrationRemains(key) : ClusterSteps.NothingMade;

    private static string Unclear(NewCluster asked, IReadOnlyList<ClusterCandidate> candidates) => candidates.Count == 0
        ? ClusterSteps.NoCandidate(asked.DisplayName)
        : ClusterSteps.Candidates(string.Join(", ", candidates.Select(candidate => candidate.Cluster.Id)), asked.DisplayName);
}
