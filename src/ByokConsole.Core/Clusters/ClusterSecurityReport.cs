using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Clusters;

/// <summary>What a cluster's data at rest is encrypted with, as both clouds show it now.</summary>
public sealed record ClusterSecurityReport
{
    public required KafkaCluster Cluster { get; init; }

    /// <summary>Registration that the cluster names; null with automatic encryption, else an answer or why there is none.</summary>
    public Answer<KeyRegistration>? Registration { get; init; }

    /// <summary>Versions of the key, newest first; null when the key is not known, else an answer or why there is none.</summary>
    public Answer<IReadOnlyList<KeyVersion>>? Versions { get; init; }

    /// <summary>The person who launched the cluster attested that the key's material was generated in the vault.</summary>
    public bool MaterialGenerated { get; init; }

    /// <summary>How far the cloud's clock runs ahead of the console's, for dates of the clouds.</summary>
    public TimeSpan CloudAhead { get; init; }

    public bool IsSelfManaged => Cluster.KeyRegistrationId is not null;

    /// <summary>The registration, or null when there is none or it could not be read.</summary>
    public KeyRegistration? Key => Registration is { IsOk: true } answer ? answer.Value : null;

    /// <summary>What the checks are about.</summary>
    public KeySubject Subject => new()
    {
        Vault = Key?.Vault,
        Key = Key?.Key?.Versionless,
        TenantId = Key?.TenantId,
        Region = Cluster.Region,
        RegistrationId = Cluster.KeyRegistrationId,
        BoundClusterId = Cluster.Id,
        BoundSince = Cluster.CreatedAt,
        MaterialGenerated = MaterialGenerated,
    };

    /// <summary>The vault in the Azure portal, or null when it is not known.</summary>
    public Uri? PortalAddress
        => Key is { Vault: { } vault, TenantId: { } tenant } ? new($"https://portal.azure.com/#@{tenant}/resource{vault}") : null;
}
