namespace ByokConsole.Core.Drafts;

/// <summary>One thing that a rule finds wrong with a draft, and the sentence to show at the field.</summary>
public sealed record DraftProblem(DraftField Field, string Message);
