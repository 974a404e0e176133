using System.Globalization;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>The draft's fields as the browser's tab mirrors them: each is one text.</summary>
public static class MirroredFields
{
    /// <summary>Not the registration, whose choice asks Confluent about it; and not the acknowledgement, which is no part of the draft.</summary>
    public static IReadOnlyList<DraftField> All { get; }
        = [.. Enum.GetValues<DraftField>().Except([DraftField.Registration, DraftField.Acknowledgement])];

    public static string Of(ClusterDraft draft, DraftField field) => field switch
    {
        DraftField.ClusterType => draft.ClusterType?.ToString() ?? "",
        DraftField.Cku => draft.Cku?.ToString(CultureInfo.InvariantCulture) ?? "",
        DraftField.Region => draft.Region ?? "",
        DraftField.Availability => draft.Availability.ToString(),
        DraftField.Networking => draft.Networking.ToString(),
        DraftField.Network => draft.NetworkId ?? "",
        DraftField.Encryption => draft.Encryption.ToString(),
        DraftField.MaterialGenerated => draft.MaterialGenerated ? "true" : "false",
        _ => DraftTexts.Of(draft, field),
    };

    /// <summary>Writes a text onto the draft as a person's entry would be; one that the field cannot have changes nothing.</summary>
    public static void Set(ClusterDraft draft, DraftField field, string text)
    {
        switch (field)
        {
            case DraftField.ClusterType:
                draft.ClusterType = Read(text, draft.ClusterType ?? ClusterType.Dedicated);
                break;
            case DraftField.Cku:
                draft.Cku = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cku) ? cku : draft.Cku;
                break;
            case DraftField.Region:
                draft.Region = string.IsNullOrWhiteSpace(text) ? null : text;
                break;
            case DraftField.Availability:
                draft.Availability = Read(text, draft.Availability);
                break;
            case DraftField.Networking when Read(text, draft.Networking) is var kind && kind != draft.Networking:
                (draft.Networking, draft.NetworkId) = (kind, null);
                break;
            case DraftField.Networking:
                break;
            case DraftField.Network:
                draft.NetworkId = text.Length > 0 ? text : null;
                break;
            case DraftField.Encryption:
                draft.Encryption = Read(text, draft.Encryption);
                break;
            case DraftField.MaterialGenerated:
                draft.MaterialGenerated = text == "true";
                break;
            default:
                DraftTexts.Set(draft, field, text);
                break;
        }
    }

    private static T Read<T>(string text, T otherwise)
        where T : struct, Enum
        => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
