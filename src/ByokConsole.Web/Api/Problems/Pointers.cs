using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Problems;

/// <summary>Where a field of the wizard stands in a request: in our own bodies and in Confluent's. What no body carries has no place.</summary>
public static class Pointers
{
    /// <summary>In a key of ours.</summary>
    public static string? InKey(DraftField field) => field switch
    {
        DraftField.Region => "/region",
        DraftField.Registration => "/registration_id",
        DraftField.VaultResourceId => "/key_vault_id",
        DraftField.KeyIdentifier => "/key_id",
        DraftField.TenantId => "/tenant_id",
        DraftField.MaterialGenerated => "/material_generated",
        DraftField.DisplayName => "/display_name",
        _ => null,
    };

    /// <summary>In a cluster of ours, which names its key by the registration only.</summary>
    public static string? InCluster(DraftField field) => field switch
    {
        DraftField.Cku => "/cku",
        DraftField.Availability => "/availability",
        DraftField.Networking or DraftField.Network => "/network_id",
        DraftField.Region or DraftField.DisplayName or DraftField.MaterialGenerated => InKey(field),
        _ => IsOfKey(field) ? "/registration_id" : null,
    };

    /// <summary>In Confluent's byok/v1 key.</summary>
    public static string? InConfluentKey(DraftField field) => RejectionMapper.PointerOf(field);

    /// <summary>In Confluent's cmk/v2 cluster.</summary>
    public static string? InConfluentCluster(DraftField field) => RejectionMapper.PointerOf(IsOfKey(field) ? DraftField.Registration : field);

    private static bool IsOfKey(DraftField field) => field is DraftField.Encryption or DraftField.Registration or DraftField.VaultResourceId
        or DraftField.KeyIdentifier or DraftField.TenantId or DraftField.MaterialGenerated;
}
