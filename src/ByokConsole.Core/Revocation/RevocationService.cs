using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation;

/// <summary>
/// Starts the runs that delete a cluster, and the way back. What they ask is answered through <see cref="RunService.AnswerAsync"/>; pages
/// read everything else from the run's <see cref="RunFacts.Removal"/>.
/// </summary>
public sealed class RevocationService(
    IKafkaClusters clusters, IKeyRegistrations registrations, IRunStore runs, RunStarter starter, TimeProvider time)
{
    /// <summary>
    /// Starts the revocation of a cluster's key. While a revocation or a deletion of that cluster is under way, that run is the answer, however
    /// often it is asked; its <see cref="Run.Kind"/> tells which it is.
    /// </summary>
    /// <param name="by">Who starts it.</param>
    /// <returns>The run; or a fault when the cluster cannot be read or carries no key of the customer's.</returns>
    public Task<Answer<Run>> StartRevocationAsync(string environmentId, string clusterId, string by, CancellationToken cancellationToken)
        => StartAsync(RunKind.RevokeAccess, environmentId, clusterId, by, cancellationToken);

    /// <summary>Starts a cluster's deletion, which leaves its key alone. The same run as long as one is under way, as with a revocation.</summary>
    /// <param name="by">Who starts it.</param>
    /// <returns>The run; or a fault when the cluster cannot be read.</returns>
    public Task<Answer<Run>> StartDeletionAsync(string environmentId, string clusterId, string by, CancellationToken cancellationToken)
        => StartAsync(RunKind.DeleteCluster, environmentId, clusterId, by, cancellationToken);

    /// <summary>Revocations and deletions of a cluster, newest first; the first one may be under way.</summary>
    public async Task<IReadOnlyList<Run>> OfClusterAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(environmentId, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Kind is RunKind.RevokeAccess or RunKind.DeleteCluster && run.Input.ClusterId == clusterId)];

    /// <summary>The newest run that takes back what a revocation did to the vault key, or null.</summary>
    public async Task<Run?> ReturnOfAsync(Run revocation, CancellationToken cancellationToken)
        => (await ReturnsOfAsync(revocation, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>
    /// Starts the way back after a revocation: the vault key is recovered or its versions enabled, and the grants are put back. The cluster stays
    /// gone. The same run as long as one is under way.
    /// </summary>
    /// <returns>The run; or a fault that says why there is no way back, or not yet.</returns>
    public async Task<Answer<Run>> StartReturnAsync(string revocationRunId, string by, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(revocationRunId, cancellationToken).ConfigureAwait(false) is not { Kind: RunKind.RevokeAccess } revocation)
            return Refuse(PlanSteps.NoRevocation(revocationRunId));
        if (WayBack.Refusal(revocation, time.GetUtcNow()) is { } refusal)
            return Refuse(refusal);
        var earlier = await ReturnsOfAsync(revocation, cancellationToken).ConfigureAwait(false);
        if (earlier.Find(run => !run.HasEnded) is { } standing)
            return standing;
        var input = revocation.Input with
        {
            ClusterId = null,
            RevocationRunId = revocationRunId,
            KeyVersions = revocation.Facts.Removal!.DisabledVersions,
            // A registration that is gone uses no grant.
            ApplicationId = revocation.Facts.Removal.RegistrationDeletedAt is null ? revocation.Input.ApplicationId : null,
        };
        return await starter.StartAsync(
            RunKind.RestoreKey, revocation.EnvironmentId, WayBack.SubjectOf(revocation), input, by, $"return/{revocationRunId}/{earlier.Count}",
            cancellationToken, isNeeded: name => WayBack.Needs(name, input)).ConfigureAwait(false);
    }

    /// <summary>Newest first.</summary>
    private async Task<List<Run>> ReturnsOfAsync(Run revocation, CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(revocation.EnvironmentId, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Kind is RunKind.RestoreKey && run.Input.RevocationRunId == revocation.Id)];

    private async Task<Answer<Run>> StartAsync(
        RunKind kind, string environmentId, string clusterId, string by, CancellationToken cancellationToken)
    {
        var earlier = await OfClusterAsync(environmentId, clusterId, cancellationToken).ConfigureAwait(false);
        if (earlier.FirstOrDefault(run => !run.HasEnded) is { } standing)
            return standing;
        var cluster = await clusters.GetAsync(environmentId, clusterId, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return cluster.Fault;
        var input = await InputAsync(kind, cluster.Value, cancellationToken).ConfigureAwait(false);
        if (!input.IsOk)
            return input.Fault;
        if (kind is RunKind.RevokeAccess
            && await RestorationAsync(environmentId, input.Value.RegistrationId!, cancellationToken).ConfigureAwait(false) is { } restoration)
            return Refuse(PlanSteps.GrantsComeBack(restoration.Id));
        // The key of a cluster is one for both kinds: a deletion and a revocation of one cluster are never under way at once.
        return await starter.StartAsync(
            kind, environmentId, cluster.Value.DisplayName, input.Value, by, $"remove/{environmentId}/{clusterId}/{earlier.Count}", cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Answer<RunInput>> InputAsync(RunKind kind, Confluent.KafkaCluster cluster, CancellationToken cancellationToken)
    {
        var input = new RunInput { ClusterId = cluster.Id, Region = cluster.Region, RegistrationId = cluster.KeyRegistrationId };
        if (cluster.KeyRegistrationId is not { } registrationId)
            return kind is RunKind.DeleteCluster
                ? input
                : Refused(PlanSteps.NoKeyOfYours(cluster.Id));
        var registration = await registrations.GetAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!registration.IsOk)
            return registration.Fault;
        var found = registration.Value;
        return kind is RunKind.RevokeAccess && found is { Key: null } or { Vault: null }
            ? Refused(PlanSteps.UnknownKey(registrationId, found.KeyText))
            : input with
            {
                KeyIdentifier = found.Key?.Versionless.ToString(),
                VaultResourceId = found.Vault?.ToString(),
                TenantId = found.TenantId,
                ApplicationId = found.ApplicationId,
            };
    }

    private Task<Run?> RestorationAsync(string environmentId, string registrationId, CancellationToken cancellationToken)
        => runs.FindUnderWayAsync(RunKind.RestoreGrants, registrationId, environmentId, cancellationToken);

    private static Answer<Run> Refuse(string why) => Refused(why);

    private static CloudFault Refused(string why) => new(CloudService.ConfluentCloud, FaultKind.Refused, why);
}
