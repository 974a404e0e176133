using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Provisioning;

/// <summary>What a run was asked to do, frozen when it starts: a later change of the draft cannot reach it.</summary>
public sealed record RunInput
{
    /// <summary>For <see cref="RunKind.CreateCluster"/>; else null.</summary>
    public NewCluster? Cluster { get; init; }

    /// <summary>Vault resource id, when the run is about a key.</summary>
    public string? VaultResourceId { get; init; }

    /// <summary>Versionless key identifier, when the run is about a key.</summary>
    public string? KeyIdentifier { get; init; }
    public Guid? TenantId { get; init; }

    /// <summary>Region of the cluster, when the run is about a key.</summary>
    public string? Region { get; init; }
    public string? RegistrationId { get; init; }

    /// <summary>For <see cref="RunKind.GrantAccess"/> and what puts a grant back: the registration's application.</summary>
    public Guid? ApplicationId { get; init; }
    public string? RegistrationDisplayName { get; init; }
    public bool MaterialGenerated { get; init; }

    /// <summary>For <see cref="RunKind.RevokeAccess"/> and <see cref="RunKind.DeleteCluster"/>: the cluster to delete; else null.</summary>
    public string? ClusterId { get; init; }

    /// <summary>For <see cref="RunKind.RestoreKey"/>: the revocation that it takes back.</summary>
    public string? RevocationRunId { get; init; }

    /// <summary>For <see cref="RunKind.RestoreKey"/>: the versions that the revocation disabled.</summary>
    public IReadOnlyList<string> KeyVersions { get; init; } = [];
}
