namespace ByokConsole.Core.Drafts;

/// <summary>One thing that a rule finds wrong with a draft, and the sentence to show at the field.</summary>
public sealed record DraftProblem(DraftField Field, string Message)
{
    /// <summary>True when nothing was given where something is needed.</summary>
    public bool IsMissing { get; init; }

    /// <summary>What it is known by at every door, the page, the API and the command line: <c>missing_key_identifier</c>.</summary>
    public string Code => $"{(IsMissing ? "missing" : "invalid")}_{Codes.Of(Field)}";
}
