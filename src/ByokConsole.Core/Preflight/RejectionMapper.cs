using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Preflight;

/// <summary>Says which fields of the draft a refusal is about: by JSON pointer and by check, never by the words of a message.</summary>
public static class RejectionMapper
{
    private static readonly (string Pointer, DraftField Field)[] Fields =
    [
        ("/spec/display_name", DraftField.DisplayName),
        ("/spec/cloud", DraftField.Region),
        ("/spec/region", DraftField.Region),
        ("/spec/availability", DraftField.Availability),
        ("/spec/config/cku", DraftField.Cku),
        ("/spec/config", DraftField.ClusterType),
        ("/spec/network", DraftField.Network),
        ("/spec/byok", DraftField.Registration),
        ("/key/key_id", DraftField.KeyIdentifier),
        ("/key/key_vault_id", DraftField.VaultResourceId),
        ("/key/tenant_id", DraftField.TenantId),
        ("/key", DraftField.KeyIdentifier),
    ];

    /// <summary>Fields that a cloud's error names; a pointer that is not known is left to the dialog.</summary>
    public static IReadOnlyList<RejectedField> Map(CloudFault fault)
        => [.. fault.Problems.Select(problem => (Field: FieldOf(problem.Pointer), problem.Detail))
            .Where(found => found.Field is not null)
            .Select(found => new RejectedField(found.Field!.Value, found.Detail))
            .Distinct()];

    /// <summary>The JSON pointer, in Confluent's own request bodies, of a field; null of one that no request carries.</summary>
    public static string? PointerOf(DraftField field)
        => Fields.Where(known => known.Field == field).Select(known => known.Pointer).FirstOrDefault();

    /// <summary>Fields that failed checks belong to.</summary>
    public static IReadOnlyList<RejectedField> Map(IEnumerable<CheckResult> results)
        => [.. results.Where(result => result is { State: CheckState.Fail, Fields.Count: > 0 })
            .Select(result => new RejectedField(result.Fields[0], result.Explanation))];

    private static DraftField? FieldOf(string? pointer)
        => pointer is null ? null : Fields
            .Where(known => pointer.Equals(known.Pointer, StringComparison.OrdinalIgnoreCase) || pointer.StartsWith(known.Pointer + "/", StringComparison.OrdinalIgnoreCase))
            .Select(known => (DraftField?)known.Field)
            .FirstOrDefault();
}
