using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

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

    /// <summary>Null for a cluster of another kind, and for one of whose key too little is known.</summary>
    public static ClusterTarget? Of(ClusterSecurityReport report) => Of(report.Cluster, KeyOf(report.Key, Known(report.Versions), []));

    /// <summary>The cluster that the key serves. Null where it serves none, or one of another kind.</summary>
    public static ClusterTarget? Of(KeyDetails details)
        => details.Row is { Cluster: { } cluster, Registration: var registration }
            ? Of(cluster, KeyOf(registration, Known(details.Versions), Known(details.Assignments) ?? []))
            : null;

    private static ClusterTarget? Of(KafkaCluster cluster, ClusterKey? key)
    {
        return Is(cluster.Type, "Dedicated") && Is(cluster.Cloud, "AZURE")
            && cluster.Availability is { } availability && (cluster.Cku ?? cluster.StatusCku) is { } cku
            && cluster.KeyRegistrationId == key?.RegistrationId
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
                Key = key,
            }
            : null;
    }

    private static ClusterKey? KeyOf(ClusterDraft draft)
        => DraftSubject.Of(draft) is { Vault: { } vault, Key: { } key, TenantId: { } tenant }
            ? new ClusterKey(vault, key, tenant) { RegistrationId = draft.RegistrationId, RegistrationName = draft.RegistrationId is null ? RunInputs.NameFor(draft) : null }
            : null;

    private static ClusterKey? KeyOf(KeyRegistration? registration, IReadOnlyList<KeyVersion>? versions, IReadOnlyList<RoleAssignment> assignments)
        => registration is { Vault: { } vault, Key: { } key, TenantId: { } tenant }
            ? new ClusterKey(vault, versions is [var newest, ..] ? key.WithVersion(newest.Version) : key.Versionless, tenant)
            {
                RegistrationId = registration.Id,
                RegistrationName = registration.DisplayName,
                Assignments = assignments,
            }
            : null;

    private static T? Known<T>(Answer<T>? answer)
        where T : class
        => answer is { IsOk: true } ? answer.Value : null;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
