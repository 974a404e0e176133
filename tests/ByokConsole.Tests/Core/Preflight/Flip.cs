using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>One property of a good key turned, and what its check must then say.</summary>
internal sealed record Flip(string What, Action<KeyWorld> Turn, CheckName Check, CheckState State, string? Observed, string? Expected)
{
    public DraftField[] Fields { get; init; } = [];

    public RemedyKind[] Remedies { get; init; } = [];

    /// <summary>A part that the explanation must hold, or a command that a remedy must hold.</summary>
    public string Says { get; init; } = "";

    /// <summary>Checks that cannot be answered without what was turned.</summary>
    public CheckName[] Also { get; init; } = [];

    public override string ToString() => What;
}
