using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>What the browser tab kept of the fields. It comes from the browser, so nothing in it is trusted.</summary>
/// <param name="Revision">Revision of the draft that the entries were made on.</param>
/// <param name="TypedAt">When the last one was made, in milliseconds since 1970.</param>
/// <param name="Fields">Text by the name of the field, the newest last.</param>
public sealed record MirroredEntries(int Revision, long TypedAt, OrderedDictionary<string, string?>? Fields)
{
    /// <summary>What was typed to confirm what losing the key means; no part of the draft.</summary>
    public string? Acknowledgement => Fields?.GetValueOrDefault(nameof(DraftField.Acknowledgement));

    /// <summary>
    /// What each of these fields held in this tab since it was last known to be saved. A draft that holds one of it was saved from here,
    /// before the rest came; the time tells nothing then, as a save follows what it saves.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>>? Seen { get; init; }

    /// <summary>Writes the entries onto the draft, in their order; false when they say nothing new. What is locked is left alone.</summary>
    public bool ApplyTo(ClusterDraft draft)
    {
        var before = DraftEntries.Of(draft);
        foreach (var (name, text) in Fields ?? [])
            if (text is not null && Enum.TryParse<DraftField>(name, out var field) && IsNews(draft, field))
                MirroredFields.Set(draft, field, text);
        return DraftEntries.Of(draft) != before;
    }

    private bool IsNews(ClusterDraft draft, DraftField field)
        => MirroredFields.All.Contains(field) && !IsLocked(draft, field) && (IsNewerThan(draft) || IsPassed(draft, field));

    /// <summary>True when the entries were made on this revision, or after it was saved.</summary>
    private bool IsNewerThan(ClusterDraft draft)
        => Revision >= draft.Revision || TypedAt > draft.SavedAt.ToUnixTimeMilliseconds();

    private bool IsPassed(ClusterDraft draft, DraftField field)
        => Seen?.GetValueOrDefault(field.ToString())?.Contains(MirroredFields.Of(draft, field)) is true;

    private static bool IsLocked(ClusterDraft draft, DraftField field) => field switch
    {
        DraftField.VaultResourceId or DraftField.KeyIdentifier or DraftField.TenantId => draft.RegistrationId is not null || draft.ActiveRunId is not null,
        DraftField.Encryption or DraftField.MaterialGenerated
            => draft is { RegistrationId: not null, KeySource: KeySource.CreateNew } || draft.ActiveRunId is not null,
        _ => false,
    };
}
