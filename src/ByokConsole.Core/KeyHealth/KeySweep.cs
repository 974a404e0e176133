using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Core.KeyHealth;

/// <summary>
/// Asks all checks again about the keys that clusters are bound to, keeps what was found, and writes down what changed. One sweep reads
/// each vault and its role assignments once, however many of its keys are in use.
/// </summary>
public sealed partial class KeySweep(
    IKeyRegistrations registrations,
    IKafkaClusters clusters,
    PreflightRunner runner,
    PreflightPorts ports,
    KeyAttestations attestations,
    IKeyHealthStore store,
    ConsoleMetrics metrics,
    TimeProvider time,
    ILogger<KeySweep> logger)
{
    private const int VaultsAtOnce = 4;

    /// <summary>Sweeps every key that is in use; returns how many. A cloud that cannot be asked leaves every report as it was.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var listed = await registrations.ListAsync(cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
        {
            Log.NotListed(logger, listed.Fault.Message);
            return 0;
        }
        var bound = await BoundClusters.ReadAsync(clusters, cancellationToken).ConfigureAwait(false);
        var reads = new PreflightReads(ports, cancellationToken) { ListsWholeVaults = true };
        reads.Know(listed);
        // Where every cluster could be seen, a registration in use without one is on its way to be free: nothing of it needs mending.
        var inUse = listed.Value.Where(one => bound.ByRegistration.ContainsKey(one.Id) || (one.IsInUse && bound.Fault is not null)).ToList();
        await Parallel.ForEachAsync(
            inUse.GroupBy(one => one.Vault?.ToString() ?? one.Id, StringComparer.OrdinalIgnoreCase),
            new ParallelOptions { MaxDegreeOfParallelism = VaultsAtOnce, CancellationToken = cancellationToken },
            // By the token of the reads they share: the loop's own is cancelled a moment later, and a sweep that is stopped would look like failed checks.
            async (vault, _) =>
            {
                foreach (var registration in vault)
                    await CheckAsync(registration, bound, reads, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        await ForgetGoneAsync(listed.Value, cancellationToken).ConfigureAwait(false);
        var reports = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        metrics.Swept(time.GetElapsedTime(started), reports.Select(report => report.Standing));
        return inUse.Count;
    }

    /// <summary>Checks one key now, in use or not; null when its registration cannot be read.</summary>
    public async Task<KeyHealthReport?> CheckAsync(string registrationId, CancellationToken cancellationToken)
    {
        var registration = await registrations.GetAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!registration.IsOk)
            return null;
        var bound = await BoundClusters.ReadAsync(clusters, cancellationToken).ConfigureAwait(false);
        return await CheckAsync(registration.Value, bound, new PreflightReads(ports, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<KeyHealthReport> CheckAsync(
        KeyRegistration registration, BoundClusters bound, PreflightReads reads, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(registration.Id, cancellationToken).ConfigureAwait(false);
        var cluster = bound.ByRegistration.GetValueOrDefault(registration.Id);
        var subject = await SubjectAsync(registration, cluster, cancellationToken).ConfigureAwait(false);
        var results = await runner.AskAsync(subject, reads, cancellationToken).ConfigureAwait(false);
        var (date, next) = await NextAsync(subject, reads).ConfigureAwait(false);
        var found = new KeyHealthReport
        {
            RegistrationId = registration.Id,
            ClusterId = cluster?.Id,
            EnvironmentId = cluster?.EnvironmentId,
            ClusterName = cluster?.DisplayName,
            Results = results,
            CheckedAt = time.GetUtcNow(),
            NextDate = date,
            NextEvent = next,
        };
        var report = HealthComparison.Merge(before, found);
        var changes = HealthComparison.Changes(before, report);
        await store.RecordAsync(report, changes, cancellationToken).ConfigureAwait(false);
        foreach (var change in changes)
            HealthChangeLog.Tell(logger, change);
        return report;
    }

    private async Task<KeySubject> SubjectAsync(KeyRegistration registration, KafkaCluster? cluster, CancellationToken cancellationToken) => new()
    {
        Vault = registration.Vault,
        Key = registration.Key?.Versionless,
        TenantId = registration.TenantId,
        Region = cluster?.Region ?? registration.Validation?.Region,
        RegistrationId = registration.Id,
        BoundClusterId = cluster?.Id,
        BoundSince = cluster?.CreatedAt,
        MaterialGenerated = cluster is not null
            ? await attestations.WasSaidAsync(cluster.EnvironmentId, cluster.Id, cancellationToken).ConfigureAwait(false)
            : await attestations.WasSaidOfAsync(registration.Id, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>What happens next to the key by itself, as far as it can be read.</summary>
    private static async Task<(DateTimeOffset? Date, NextKeyEvent? Event)> NextAsync(KeySubject subject, PreflightReads reads)
    {
        if (subject.Key is not { } id || await reads.KeyAsync(id).ConfigureAwait(false) is not { IsOk: true, Value: var key })
            return (null, null);
        var policy = await reads.RotationPolicyAsync(id).ConfigureAwait(false);
        var rotation = policy.IsOk ? RotationDate.Next(policy.Value, key.Attributes) : null;
        var expiry = key.Attributes.Expires;
        return (rotation, expiry) switch
        {
            ({ } at, _) when expiry is null || at <= expiry => (at, NextKeyEvent.Rotation),
            (_, { } end) => (end, NextKeyEvent.Expiry),
            _ => (null, null),
        };
    }

    private async Task ForgetGoneAsync(IReadOnlyList<KeyRegistration> listed, CancellationToken cancellationToken)
    {
        var known = listed.Select(one => one.Id).ToHashSet();
        foreach (var report in await store.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!known.Contains(report.RegistrationId))
                await store.ForgetAsync(report.RegistrationId, cancellationToken).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No key was checked in this sweep: {Reason}")]
        public static partial void NotListed(ILogger logger, string reason);
    }
}
