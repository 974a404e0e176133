namespace ByokConsole.Core.Preflight;

/// <summary>One way to mend a finding.</summary>
/// <param name="Kind">What the page does when it is chosen.</param>
/// <param name="Label">Text of the button or link: says what happens.</param>
/// <param name="Value">
/// Command text for <see cref="RemedyKind.Command"/>, new value for the Set… kinds, region for <see cref="RemedyKind.BrowseVaults"/>; else null.
/// </param>
/// <param name="Warning">What cannot be undone or stops working when it is done, or null.</param>
public sealed record Remedy(RemedyKind Kind, string Label, string? Value = null, string? Warning = null);
