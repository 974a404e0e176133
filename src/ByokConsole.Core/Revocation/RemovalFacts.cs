namespace ByokConsole.Core.Revocation;

/// <summary>What a run that deletes a cluster has learnt. Times are UTC, the cloud's clock.</summary>
public sealed record RemovalFacts
{
    /// <summary>What it hits, as last read.</summary>
    public BlastRadius? Radius { get; init; }

    /// <summary>How far the cloud's clock was ahead of the console's at the last look: a page's "now" for the dates is its own clock plus this.</summary>
    public TimeSpan CloudAhead { get; init; }

    /// <summary>Who agreed to the plan, or null until somebody did.</summary>
    public string? AgreedBy { get; init; }

    /// <summary>True when the registration is to be deleted by itself once it is released.</summary>
    public bool DeletesRegistration { get; init; }

    /// <summary>Connections as last read.</summary>
    public ConnectionReading? Clients { get; init; }

    /// <summary>A person's statement that clients are stopped, where the metrics do not show it; or null.</summary>
    public string? ClientsStatement { get; init; }

    /// <summary>True when a person agreed that deletion protection is turned off.</summary>
    public bool Unprotects { get; init; }

    /// <summary>On whose word the cluster is deleted.</summary>
    public string? DeletionAgreedBy { get; init; }

    /// <summary>When Confluent Cloud answered our DELETE with 204, or null while it has not.</summary>
    public DateTimeOffset? DeletionAnsweredAt { get; init; }

    /// <summary>What a person stated about the deletion where Confluent Cloud's answer was lost, or null.</summary>
    public string? DeletionStatement { get; init; }

    /// <summary>When the cluster was seen to be gone: no access from here on.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    public KeyChoice? KeyChoice { get; init; }
    public string? KeyChosenBy { get; init; }

    /// <summary>True when a person runs the command, and the run only watches.</summary>
    public bool KeyByHand { get; init; }

    /// <summary>Why the console may not do it itself, in Key Vault's words; or null.</summary>
    public string? KeyRefusal { get; init; }

    /// <summary>Versions that this run disabled, so that the way back enables these and no other.</summary>
    public IReadOnlyList<string> DisabledVersions { get; init; } = [];
    public DateTimeOffset? KeyDisabledAt { get; init; }
    public DateTimeOffset? KeyDeletedAt { get; init; }

    /// <summary>When Key Vault purges the deleted key, as it says.</summary>
    public DateTimeOffset? ScheduledPurgeAt { get; init; }

    /// <summary>On whose word grants are removed, or null.</summary>
    public string? GrantsRemovedBy { get; init; }

    /// <summary>Why the console may not remove them itself, in Azure's words; or null.</summary>
    public string? GrantRefusal { get; init; }

    /// <summary>Names of the roles that were taken away.</summary>
    public IReadOnlyList<string> RemovedRoles { get; init; } = [];

    /// <summary>When the registration was seen to be released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }
    public DateTimeOffset? RegistrationDeletedAt { get; init; }

    /// <summary>SHA-256 over the deeds as they stood when the run came to its evidence, or null.</summary>
    public string? EvidenceDigest { get; init; }
}
