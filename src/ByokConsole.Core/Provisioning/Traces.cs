using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Core.Provisioning;

/// <summary>
/// Looks for what a request of unknown outcome may have made, and for the run that is making it. Asked for requests that no run stands behind;
/// a run looks by itself.
/// </summary>
public sealed class Traces(IKeyRegistrations registrations, IKafkaClusters clusters, IRunStore runs)
{
    /// <summary>Id of the registration of exactly this key, or null when there is none or Confluent Cloud cannot be asked.</summary>
    public async Task<string?> FindKeyAsync(ClusterDraft asked, CancellationToken cancellationToken)
    {
        if (!KeyIdentifier.TryParse(asked.KeyIdentifier, out var key) || !VaultResourceId.TryParse(asked.VaultResourceId, out var vault))
            return null;
        var listed = await registrations.ListAsync(cancellationToken).ConfigureAwait(false);
        return listed.IsOk ? listed.Value.FirstOrDefault(one => key.Versionless.Equals(one.Key?.Versionless) && vault.Equals(one.Vault))?.Id : null;
    }

    /// <summary>Id of the one cluster that is in everything what was asked for, and no older than the request; or null.</summary>
    /// <param name="sentAt">The cloud's clock just before it was asked for.</param>
    public async Task<string?> FindClusterAsync(ClusterDraft asked, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var cluster = RunInputs.ForCluster(asked).Cluster!;
        var listed = await clusters.ListAsync(cluster.EnvironmentId, cancellationToken).ConfigureAwait(false);
        return listed.IsOk && ClusterCandidate.Find(listed.Value, cluster, sentAt) is [{ IsTheOne: true } one] ? one.Cluster.Id : null;
    }

    /// <summary>The run that is creating a cluster with this registration now, or null.</summary>
    public Task<Run?> FindRunAsync(string registrationId, CancellationToken cancellationToken)
        => runs.FindUnderWayAsync(RunKind.CreateCluster, registrationId, null, cancellationToken);
}
