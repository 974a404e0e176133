using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>
/// What a person enters in the wizard, by value: two are compared to tell another tab's edits from what a run wrote
/// back onto the draft.
/// </summary>
public sealed record DraftEntries
{
    public ClusterType? ClusterType { get; init; }

    public int? Cku { get; init; }

    public string? Region { get; init; }

    public Availability Availability { get; init; }

    public NetworkKind Networking { get; init; }

    public string? NetworkId { get; init; }

    public EncryptionMode Encryption { get; init; }

    public KeySource KeySource { get; init; }

    public string VaultResourceId { get; init; } = "";

    public string KeyIdentifier { get; init; } = "";

    public string TenantId { get; init; } = "";

    public bool MaterialGenerated { get; init; }

    public string DisplayName { get; init; } = "";

    public static DraftEntries Of(ClusterDraft draft) => new()
    {
        ClusterType = draft.ClusterType,
        Cku = draft.Cku,
        Region = draft.Region,
        Availability = draft.Availability,
        Networking = draft.Networking,
        NetworkId = draft.NetworkId,
        Encryption = draft.Encryption,
        KeySource = draft.KeySource,
        VaultResourceId = draft.VaultResourceId,
        KeyIdentifier = draft.KeyIdentifier,
        TenantId = draft.TenantId,
        MaterialGenerated = draft.MaterialGenerated,
        DisplayName = draft.DisplayName,
    };

    public void ApplyTo(ClusterDraft draft)
    {
        draft.ClusterType = ClusterType;
        draft.Cku = Cku;
        draft.Region = Region;
        draft.Availability = Availability;
        draft.Networking = Networking;
        draft.NetworkId = NetworkId;
        draft.Encryption = Encryption;
        draft.KeySource = KeySource;
        draft.VaultResourceId = VaultResourceId;
        draft.KeyIdentifier = KeyIdentifier;
        draft.TenantId = TenantId;
        draft.MaterialGenerated = MaterialGenerated;
        draft.DisplayName = DisplayName;
    }
}
