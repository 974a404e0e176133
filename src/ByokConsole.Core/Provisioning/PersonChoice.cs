namespace ByokConsole.Core.Provisioning;

/// <summary>One possible answer to a <see cref="PersonQuestion"/>.</summary>
/// <param name="Id">Goes back to the run.</param>
/// <param name="Label">What the button says.</param>
public sealed record PersonChoice(string Id, string Label)
{
    /// <summary>Label of the text that has to come with this answer (a name to type, a statement), or null when none does.</summary>
    public string? TextLabel { get; init; }

    /// <summary>The exact text that has to be typed, or null when any text will do. Judged here, not by a page.</summary>
    public string? ExpectedText { get; init; }

    /// <summary>Boxes beside the button.</summary>
    public IReadOnlyList<PersonOption> Options { get; init; } = [];

    /// <summary>True for what cannot be taken back: the page shows it in red.</summary>
    public bool IsIrreversible { get; init; }
}
