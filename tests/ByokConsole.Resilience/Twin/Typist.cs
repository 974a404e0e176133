using ByokConsole.Core.Drafts;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;

namespace ByokConsole.Resilience.Twin;

/// <summary>A person who types in drafts up to the last moment, and remembers what the console said was saved.</summary>
internal sealed class Typist(string? sharedDraft)
{
    private readonly Dictionary<string, string> _saved = [];

    public async Task TypeAsync(ConsoleTwin console)
    {
        console.Life.IsInUse = true;
        foreach (var id in (string?[])[Worlds.OtherDraft, sharedDraft])
        {
            if (id is null || await console.Drafts.FindAsync(id, CancellationToken.None) is not { } draft)
                continue;
            draft.DisplayName = $"typed-{id}";
            if (await console.Drafts.SaveAsync(draft, CancellationToken.None) is SaveOutcome.Saved)
                _saved[id] = draft.DisplayName;
        }

        console.Life.IsInUse = false;
    }

    public async Task<IReadOnlyList<Violation>> MissingAsync(ConsoleTwin console)
    {
        List<Violation> missing = [];
        foreach (var (id, name) in _saved)
        {
            if ((await console.Drafts.FindAsync(id, CancellationToken.None))?.DisplayName != name)
                missing.Add(new Violation(false, $"draft {id} has lost what was acknowledged"));
        }

        return missing;
    }
}
