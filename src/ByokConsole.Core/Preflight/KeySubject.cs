using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Preflight;

/// <summary>
/// What the checks are about: a draft's well-formed fields, or the key a running cluster is bound to. A part that is null is
/// missing or not well-formed, and every check that needs it is <see cref="CheckState.NotAsked"/>.
/// </summary>
public sealed record KeySubject
{
    public VaultResourceId? Vault { get; init; }
    public KeyIdentifier? Key { get; init; }
    public Guid? TenantId { get; init; }

    /// <summary>Region of the cluster.</summary>
    public string? Region { get; init; }

    /// <summary>Registration, once there is one.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Cluster that is bound already (health), or null (preflight): being used by it is no finding.</summary>
    public string? BoundClusterId { get; init; }

    /// <summary>When that cluster was made, in the cloud's time, or null when it is not known.</summary>
    public DateTimeOffset? BoundSince { get; init; }

    /// <summary>The person attests that the material was generated in the vault.</summary>
    public bool MaterialGenerated { get; init; }
}
