using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>The draft's free texts by field.</summary>
public static class DraftTexts
{
    public static IReadOnlyList<DraftField> KeyFields { get; } = [DraftField.VaultResourceId, DraftField.KeyIdentifier, DraftField.TenantId];

    public static IReadOnlyList<DraftField> All { get; } = [.. KeyFields, DraftField.DisplayName];

    public static string Of(ClusterDraft draft, DraftField field) => field switch
    {
        DraftField.VaultResourceId => draft.VaultResourceId,
        DraftField.KeyIdentifier => draft.KeyIdentifier,
        DraftField.TenantId => draft.TenantId,
        DraftField.DisplayName => draft.DisplayName,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The field is not a free text."),
    };

    private static bool IsSameKey(string before, string after)
        => Read(before) is { } key && key.Equals(Read(after));

    private static KeyIdentifier? Read(string text)
        => KeyIdentifier.TryParse(KeyFieldNormalizer.Normalize(DraftField.KeyIdentifier, text).Text, out var key) ? key.Versionless : null;

    public static void Set(ClusterDraft draft, DraftField field, string text)
    {
        switch (field)
        {
            case DraftField.VaultResourceId:
                draft.VaultResourceId = text;
                break;
            case DraftField.KeyIdentifier:
                // What was said of one key does not hold for another.
                draft.MaterialGenerated &= IsSameKey(draft.KeyIdentifier, text);
                draft.KeyIdentifier = text;
                break;
            case DraftField.TenantId:
                draft.TenantId = text;
                break;
            case DraftField.DisplayName:
                draft.DisplayName = text;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, "The field is not a free text.");
        }
    }
}
