using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>
/// The one sentence shown at each field: a cloud's rejection until the field changes, else what the rules say once
/// the person has paused in the field or pressed Continue, else what a failing check says.
/// </summary>
public sealed class FieldMessages
{
    private readonly HashSet<DraftField> _settled = [];
    private readonly Dictionary<DraftField, string> _rejected = [];
    private readonly Dictionary<DraftField, string> _notes = [];
    private ILookup<DraftField, DraftProblem> _problems = Array.Empty<DraftProblem>().ToLookup(problem => problem.Field);

    public bool HasRejections => _rejected.Count > 0;

    public string? For(DraftField field, IReadOnlyDictionary<CheckName, CheckResult> checks)
        => _rejected.TryGetValue(field, out var rejection) ? rejection
            : _settled.Contains(field) && _problems[field].FirstOrDefault() is { } problem ? problem.Message
            : PreflightRunner.Order
                .Select(check => checks.GetValueOrDefault(check.Name))
                .FirstOrDefault(result => result is { State: CheckState.Fail, Fields: [var first, ..] } && first == field)
                ?.Explanation;

    /// <summary>What was taken away or put right when a text was pasted, or null.</summary>
    public string? NoteFor(DraftField field) => _notes.GetValueOrDefault(field);

    public bool IsRejected(DraftField field) => _rejected.ContainsKey(field);

    public void Note(DraftField field, string? note)
    {
        if (note is not null)
            _notes[field] = note;
    }

    /// <summary>Reads the rules' findings anew and settles the fields whose message may now be shown.</summary>
    public void Refresh(ClusterDraft draft, params ReadOnlySpan<DraftField> settled)
    {
        foreach (var field in settled)
            _settled.Add(field);
        _problems = Enum.GetValues<DraftStep>().SelectMany(step => DraftRules.Check(draft, step)).ToLookup(problem => problem.Field);
    }

    public void Reject(IEnumerable<RejectedField> fields)
    {
        foreach (var field in fields)
            _rejected[field.Field] = field.Message;
    }

    /// <summary>A field changed: what was said about its old text no longer holds.</summary>
    public void Forget(DraftField field)
    {
        _rejected.Remove(field);
        _notes.Remove(field);
    }

    public void Clear()
    {
        _settled.Clear();
        _rejected.Clear();
        _notes.Clear();
    }
}
