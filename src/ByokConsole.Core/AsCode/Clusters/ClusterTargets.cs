using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>What of a draft or of a cluster can be written down.</summary>
public static class ClusterTargets
{
    /// <summary>Null as long as something is missing or malformed.</summary>
    public static ClusterTarget? Of(ClusterDraft draft)
    {
        var key = KeyOf(draft);
        return draft is { ClusterType: ClusterType.Dedicated, Cku: { } cku, Region: { Length: > 0 } region }
            && !string.IsNullOrWhiteSpace(draft.DisplayName)
            && (draft.Networking is NetworkKind.Internet || draft.NetworkId is not null)
            && (draft.Encryption is EncryptionMode.Automatic || key is not null)
            ? new ClusterTarget
            {
                EnvironmentId = draft.EnvironmentId,
                DisplayName = draft.DisplayName,
                Region = region,
                Availability = draft.Availability,
                Cku = cku,
                NetworkId = draft.Networking is NetworkKind.Internet ? null : draft.NetworkId,
                Key = key,
            }
            : null;
    }

    /// <summary>Null for a cluster of another kind. Its key is named and is still to be read.</summary>
    public static ClusterTarget? Of(KafkaCluster cluster)
        => Is(cluster.Type, "Dedicated") && Is(cluster.Cloud, "AZURE")
            && cluster.Availability is { } availability && (cluster.Cku ?? cluster.StatusCku) is { } cku
            ? new ClusterTarget
            {
                EnvironmentId = cluster.EnvironmentId,
                DisplayName = cluster.DisplayName,
                Region = cluster.Region,
                Availability = availability,
                Cku = cku,
                NetworkId = cluster.NetworkId,
                DeletionProtection = cluster.DeletionProtection,
                ClusterId = cluster.Id,
                KeyRegistrationId = cluster.KeyRegistrationId,
            }
            : null;

    private static ClusterKey? KeyOf(ClusterDraft draft)
        => DraftSubject.Of(draft) is { Vault: { } vault, Key: { } key, TenantId: { } tenant }
            ? new ClusterKey(vault, key, tenant) { RegistrationId = draft.RegistrationId, RegistrationName = draft.RegistrationId is null ? RunInputs.NameFor(draft) : null }
            : null;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
