namespace ByokConsole.Resilience.Report;

/// <summary>Something that must never be.</summary>
/// <param name="IsDuplicate">True when there is one too many; else something is lost.</param>
internal sealed record Violation(bool IsDuplicate, string Text);
