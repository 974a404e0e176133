using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>
/// Who uses a vault key: every cluster in every environment that the credential sees, through whatever registration, and every run that is
/// about to make one. Never cached, and one list that cannot be read is a fault: what is not seen does not pass for unused.
/// </summary>
public sealed class KeyUsers(IKafkaClusters clusters, IKeyRegistrations registrations, IRunStore runs)
{
    /// <param name="key">The vault key, whatever version.</param>
    public async Task<Answer<IReadOnlyList<KeyUser>>> FindAsync(KeyIdentifier key, CancellationToken cancellationToken)
    {
        var registered = await registrations.ListAsync(cancellationToken).ConfigureAwait(false);
        if (!registered.IsOk)
            return registered.Fault;
        var environments = await clusters.ListEnvironmentsAsync(cancellationToken).ConfigureAwait(false);
        if (!environments.IsOk)
            return environments.Fault;
        var ids = registered.Value.Where(one => IsFor(one, key)).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        // Journal first, lists second: a run that learns its cluster's id meanwhile has it in the list.
        var users = await MakingAsync(key, ids, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? now = registered.CloudTime;
        foreach (var environment in environments.Value)
        {
            var listed = await clusters.ListAsync(environment.Id, cancellationToken).ConfigureAwait(false);
            if (!listed.IsOk)
                return listed.Fault;
            users.AddRange(listed.Value
                .Where(cluster => cluster.KeyRegistrationId is { } id && ids.Contains(id))
                .Select(cluster => new KeyUser(environment.Id, cluster.Id, cluster.DisplayName, cluster.KeyRegistrationId!)));
            now = listed.CloudTime ?? now;
        }
        return new Answer<IReadOnlyList<KeyUser>>([.. users.DistinctBy(user => user.ClusterId).OrderBy(user => user.ClusterId, StringComparer.Ordinal)])
        {
            CloudTime = now,
        };
    }

    /// <summary>Runs that may be making a cluster with the key, and do not know its id yet.</summary>
    private async Task<List<KeyUser>> MakingAsync(KeyIdentifier key, HashSet<string> registrationIds, CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(null, cancellationToken).ConfigureAwait(false))
            .Where(run => run is { HasEnded: false, Kind: RunKind.CreateCluster, Facts.ClusterId: null }
                && run.Input.Cluster?.KeyRegistrationId is { } id
                && (registrationIds.Contains(id) || (KeyIdentifier.TryParse(run.Input.KeyIdentifier, out var used) && used.Versionless.Equals(key.Versionless))))
            .Select(run => new KeyUser(run.EnvironmentId, run.Id, run.Subject, run.Input.Cluster!.KeyRegistrationId!))];

    /// <summary>An identifier that does not parse still counts when it begins with the key's.</summary>
    private static bool IsFor(KeyRegistration registration, KeyIdentifier key)
        => registration.Key is { } parsed
            ? parsed.Versionless.Equals(key.Versionless)
            : registration.KeyText.StartsWith(key.Versionless.ToString(), StringComparison.OrdinalIgnoreCase);
}
