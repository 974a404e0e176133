using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Keys;

/// <summary>
/// Registered keys, joined with the clusters they serve, what the last sweep found, and what this console saw of their past. Read through and
/// kept for a moment only: Confluent Cloud is the truth.
/// </summary>
public sealed class KeyCatalog(
    IKeyRegistrations registrations, IKafkaClusters clusters, IKeyBindings bindings, IKeyHealthStore health, TimeProvider time)
{
    private const string Everything = "";

    private readonly RecentAnswers<IReadOnlyList<KeyRegistration>> _registrations = new(time, TimeSpan.FromSeconds(2));
    private readonly RecentAnswers<BoundClusters> _bound = new(time, TimeSpan.FromSeconds(5));

    /// <summary>The list; on a fault the last known rows stay, with the fault beside them.</summary>
    public async Task<KeyListing> ListAsync(bool fresh, CancellationToken cancellationToken)
    {
        var listed = _registrations.GetAsync(Everything, fresh, () => registrations.ListAsync(CancellationToken.None), cancellationToken);
        var bound = await BoundAsync(fresh, cancellationToken);
        var reports = (await health.ListAsync(cancellationToken)).ToDictionary(report => report.RegistrationId);
        var keys = await listed;
        List<KeyRow> rows = [];
        foreach (var one in keys.Value ?? [])
            rows.Add(await RowAsync(one, bound, reports.GetValueOrDefault(one.Id), cancellationToken));
        return new KeyListing(
            [.. rows.OrderBy(row => row.Standing).ThenBy(row => row.FreeAt ?? row.Health?.NextDate ?? DateTimeOffset.MaxValue).ThenBy(row => row.Name)],
            keys.AsOf,
            keys.Fault ?? bound?.Fault);
    }

    /// <summary>One key, read now.</summary>
    public async Task<Answer<KeyRow>> FindAsync(string registrationId, CancellationToken cancellationToken)
    {
        var registration = await registrations.GetAsync(registrationId, cancellationToken);
        if (!registration.IsOk)
            return registration.Fault;
        var bound = await BoundAsync(fresh: true, cancellationToken);
        var row = await RowAsync(registration.Value, bound, await health.FindAsync(registrationId, cancellationToken), cancellationToken);
        return new Answer<KeyRow>(row) { CloudTime = registration.CloudTime };
    }

    /// <summary>Clusters that the key served or serves, newest first, as this console saw it.</summary>
    public async Task<IReadOnlyList<KeyBinding>> PastAsync(KeyRegistration registration, CancellationToken cancellationToken)
        => registration.Key is { } key
            ? [.. (await bindings.OfKeyAsync(key, cancellationToken)).Where(one => one.RegistrationId == registration.Id)]
            : [];

    private async Task<BoundClusters?> BoundAsync(bool fresh, CancellationToken cancellationToken)
        => (await _bound.GetAsync(
            Everything, fresh, async () => new Answer<BoundClusters>(await BoundClusters.ReadAsync(clusters, CancellationToken.None)), cancellationToken)).Value;

    private async Task<KeyRow> RowAsync(
        KeyRegistration registration, BoundClusters? bound, KeyHealthReport? report, CancellationToken cancellationToken)
    {
        var cluster = bound?.ByRegistration.GetValueOrDefault(registration.Id);
        var areKnown = bound is { Fault: null };
        // Without a cluster in sight it served its last one until now, unless that one's deletion was seen, or no cluster is out of sight.
        var last = cluster is null && await PastAsync(registration, cancellationToken) is [var newest, ..] && (areKnown || newest.To is not null) ? newest : null;
        return new KeyRow
        {
            Registration = registration,
            Health = report,
            Cluster = cluster,
            AreClustersKnown = areKnown,
            LastClusterId = last?.ClusterId,
            FreeAt = registration.IsInUse && last?.To is { } deleted ? deleted + KeyBinding.ReleaseAfter : null,
        };
    }
}
