namespace ByokConsole.Core.Drafts;

/// <summary>A field's text after forgiving reading.</summary>
/// <param name="Text">The text to keep.</param>
/// <param name="Note">What was changed, as a sentence to show at the field, or null when nothing was.</param>
public sealed record NormalizedText(string Text, string? Note);
