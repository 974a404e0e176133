using System.Globalization;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>What the browser tab kept of the text fields. It comes from the browser, so nothing in it is trusted.</summary>
/// <param name="Revision">Revision of the draft that the text was typed on.</param>
/// <param name="TypedAt">When the last key was pressed, in milliseconds since 1970.</param>
/// <param name="Fields">Text by the name of the field.</param>
public sealed record MirroredEntries(int Revision, long TypedAt, IReadOnlyDictionary<string, string?>? Fields)
{
    /// <summary>True when the text was typed on this revision, or after it was saved.</summary>
    public bool IsNewerThan(ClusterDraft draft)
        => Revision >= draft.Revision || TypedAt > draft.SavedAt.ToUnixTimeMilliseconds();

    /// <summary>Writes the text onto the draft; false when it says nothing new. Locked key fields are left alone.</summary>
    public bool ApplyTo(ClusterDraft draft)
    {
        var before = DraftEntries.Of(draft);
        var locked = draft.RegistrationId is not null || draft.ActiveRunId is not null;
        foreach (var field in DraftTexts.All.Where(field => !locked || !DraftTexts.KeyFields.Contains(field)))
            if (TextOf(field) is { } text)
                DraftTexts.Set(draft, field, text);
        if (int.TryParse(TextOf(DraftField.Cku), NumberStyles.None, CultureInfo.InvariantCulture, out var cku))
            draft.Cku = cku;
        return DraftEntries.Of(draft) != before;
    }

    private string? TextOf(DraftField field) => Fields?.GetValueOrDefault(field.ToString());
}
