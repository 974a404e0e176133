using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>Reads what a deletion hits.</summary>
public sealed class Surveyor(IKafkaClusters clusters, IVaultKeys keys, KeyUsers users, ClientWatch clients)
{
    /// <summary>Reads it now. A fault means that the cluster, or who else uses its key, could not be read.</summary>
    public async Task<Answer<BlastRadius>> ReadAsync(Run run, CancellationToken cancellationToken)
    {
        var cluster = await clusters.GetAsync(run.EnvironmentId, run.Input.ClusterId!, cancellationToken).ConfigureAwait(false);
        if (!cluster.IsOk)
            return cluster.Fault;
        IReadOnlyList<KeyUser> others = [];
        var key = KeyIdentifier.TryParse(run.Input.KeyIdentifier, out var id) ? id : null;
        if (key is not null)
        {
            var found = await users.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (!found.IsOk)
                return found.Fault;
            others = [.. found.Value.Where(user => user.ClusterId != cluster.Value.Id)];
        }
        var now = cluster.CloudTime ?? run.CreatedAt;
        var connections = await clients.ReadAsync(cluster.Value.Id, now, cancellationToken).ConfigureAwait(false);
        var radius = Of(cluster.Value, now) with { KeyIdentifier = key?.ToString(), OtherUsers = others, Connections = connections.Newest };
        return new Answer<BlastRadius>(await WithKeyAsync(radius, key, cancellationToken).ConfigureAwait(false)) { CloudTime = cluster.CloudTime };
    }

    private static BlastRadius Of(KafkaCluster cluster, DateTimeOffset now) => new()
    {
        ClusterId = cluster.Id,
        ClusterName = cluster.DisplayName,
        EnvironmentId = cluster.EnvironmentId,
        Size = cluster.Cku is { } cku ? $"{cluster.Type}, {cku} CKU" : cluster.Type,
        Region = cluster.Region,
        BootstrapEndpoint = cluster.BootstrapEndpoint,
        RestEndpoint = cluster.RestEndpoint,
        DeletionProtection = cluster.DeletionProtection,
        CreatedAt = cluster.CreatedAt,
        RegistrationId = cluster.KeyRegistrationId,
        ReadAt = now,
    };

    /// <summary>How long the vault keeps deleted keys; where the key cannot be read, nobody says.</summary>
    private async Task<BlastRadius> WithKeyAsync(BlastRadius radius, KeyIdentifier? key, CancellationToken cancellationToken)
    {
        if (key is null)
            return radius;
        var read = await keys.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return read.IsOk
            ? radius with { RetentionDays = read.Value.Attributes.RecoverableDays, PurgeProtected = read.Value.Attributes.PurgeProtected }
            : radius;
    }
}
