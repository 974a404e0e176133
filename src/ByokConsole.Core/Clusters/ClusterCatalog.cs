using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Clusters;

/// <summary>
/// Environments and their clusters, joined with the runs that are making one and with the key registrations.
/// Read through and kept for a moment only: Confluent Cloud is the truth.
/// </summary>
public sealed class ClusterCatalog(
    IKafkaClusters clusters, IKeyRegistrations registrations, IRunStore runs, IDraftStore drafts, IKeyHealthStore health, TimeProvider time)
{
    private const string Everything = "";

    private readonly RecentAnswers<IReadOnlyList<ConfluentEnvironment>> _environments = new(time, TimeSpan.FromSeconds(30));
    private readonly RecentAnswers<IReadOnlyList<KafkaCluster>> _clusters = new(time, TimeSpan.FromSeconds(2));
    private readonly RecentAnswers<IReadOnlyList<KeyRegistration>> _registrations = new(time, TimeSpan.FromSeconds(10));

    /// <summary>Environments as known already, without asking anyone.</summary>
    public Reading<IReadOnlyList<ConfluentEnvironment>> KnownEnvironments => _environments.LastKnown(Everything);

    /// <summary>All environments, in Confluent's order.</summary>
    public Task<Reading<IReadOnlyList<ConfluentEnvironment>>> EnvironmentsAsync(bool fresh, CancellationToken cancellationToken)
        => _environments.GetAsync(Everything, fresh, () => clusters.ListEnvironmentsAsync(CancellationToken.None), cancellationToken);

    /// <summary>The clusters page as known already, or null when this environment was never read; asks no cloud.</summary>
    public async Task<ClusterListing?> KnownAsync(string environmentId, CancellationToken cancellationToken)
        => _clusters.LastKnown(environmentId) is { Value: not null } known
            ? await JoinAsync(environmentId, known, _registrations.LastKnown(Everything), cancellationToken)
            : null;

    /// <summary>The clusters page; on a fault the last known rows stay, with the fault beside them.</summary>
    public async Task<ClusterListing> ListAsync(string environmentId, bool fresh, CancellationToken cancellationToken)
    {
        var list = _clusters.GetAsync(
            environmentId, fresh, () => clusters.ListAsync(environmentId, CancellationToken.None), cancellationToken);
        var keys = _registrations.GetAsync(
            Everything, fresh, () => registrations.ListAsync(CancellationToken.None), cancellationToken);
        return await JoinAsync(environmentId, await list, await keys, cancellationToken);
    }

    /// <summary>One cluster, read now, with the run that is still making it and what the last sweep found.</summary>
    public async Task<Answer<ClusterDetails>> FindAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
    {
        var cluster = await clusters.GetAsync(environmentId, clusterId, cancellationToken);
        var making = await MakingAsync(environmentId, cancellationToken);
        var report = cluster is { IsOk: true, Value.KeyRegistrationId: { } key } ? await health.FindAsync(key, cancellationToken) : null;
        return cluster.Select(found => new ClusterDetails(
            found, making.FirstOrDefault(run => run.Facts.ClusterId == found.Id)?.Id, report?.ClusterId == found.Id ? report : null));
    }

    private async Task<ClusterListing> JoinAsync(
        string environmentId,
        Reading<IReadOnlyList<KafkaCluster>> list,
        Reading<IReadOnlyList<KeyRegistration>> keys,
        CancellationToken cancellationToken)
    {
        var making = await MakingAsync(environmentId, cancellationToken);
        var reports = (await health.ListAsync(cancellationToken)).Where(report => report.ClusterId is not null).DistinctBy(report => report.ClusterId).ToDictionary(report => report.ClusterId!);
        var known = list.Value ?? [];
        var listed = known.Select(cluster => cluster.Id).ToHashSet();
        var rows = known
            .Select(cluster => ClusterRow.Of(
                cluster, Registration(cluster.KeyRegistrationId), making.FirstOrDefault(run => run.Facts.ClusterId == cluster.Id)) with
            {
                Health = reports.GetValueOrDefault(cluster.Id)?.Standing,
            })
            .Concat(making
                .Where(run => run.Facts.ClusterId is not { } id || !listed.Contains(id))
                .Select(run => ClusterRow.Of(run, run.Input.Cluster!, Registration(run.Input.Cluster!.KeyRegistrationId))))
            .OrderBy(row => row.RunId is null)
            .ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase);
        var saved = await drafts.ListAsync(environmentId, cancellationToken);
        return new ClusterListing([.. rows], list.AsOf, list.Fault, saved.Count);

        KeyRegistration? Registration(string? id) => id is null ? null : keys.Value?.FirstOrDefault(key => key.Id == id);
    }

    private async Task<IReadOnlyList<Run>> MakingAsync(string environmentId, CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(environmentId, cancellationToken)).Where(run => !run.HasEnded && run.Input.Cluster is not null)];
}
