using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Drafts;

/// <summary>
/// What the wizard has collected so far, exactly as typed. Saved on every change; <see cref="Revision"/> guards
/// against two tabs writing over each other. Times are UTC.
/// </summary>
public sealed class ClusterDraft
{
    /// <summary><c>d-…</c></summary>
    public required string Id { get; init; }
    public required string EnvironmentId { get; init; }

    /// <summary>Who owns the draft: the local operator until sign-in exists.</summary>
    public required string Owner { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Counts saves; a save that names an older one is refused.</summary>
    public int Revision { get; set; }

    /// <summary>The furthest step that was completed plus one: where "continue" leads.</summary>
    public DraftStep Reached { get; set; } = DraftStep.Type;

    public ClusterType? ClusterType { get; set; }
    public int? Cku { get; set; } = 1;
    public string? Region { get; set; }
    public Availability Availability { get; set; } = Availability.SingleZone;
    public NetworkKind Networking { get; set; } = NetworkKind.Internet;
    public string? NetworkId { get; set; }

    public EncryptionMode Encryption { get; set; } = EncryptionMode.Automatic;
    public KeySource KeySource { get; set; } = KeySource.CreateNew;

    /// <summary>Azure Key Vault Resource ID, as typed.</summary>
    public string VaultResourceId { get; set; } = "";

    /// <summary>Azure Key Vault Key identifier without version, as typed.</summary>
    public string KeyIdentifier { get; set; } = "";

    /// <summary>Azure Key Vault Tenant ID, as typed.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The person attests that the key's material was generated in the vault, not imported.</summary>
    public bool MaterialGenerated { get; set; }

    /// <summary>Registration chosen or made, <c>cck-…</c>; while it is set the three key fields are locked.</summary>
    public string? RegistrationId { get; set; }

    /// <summary>True when this draft made the registration, and so offers to delete it again.</summary>
    public bool RegistrationMadeHere { get; set; }

    /// <summary>Application id of the registration, or null.</summary>
    public Guid? ApplicationId { get; set; }

    public string DisplayName { get; set; } = "";

    /// <summary>Run that launched (or registers, or grants for) this draft and has not ended, or null. The store reads it from the journal.</summary>
    public string? ActiveRunId { get; set; }

    /// <summary>Last create run, ended or not: its rejection is shown on the fields until they change. Read from the journal too.</summary>
    public string? LastLaunchRunId { get; set; }
}
