namespace ByokConsole.Web.Shared;

/// <summary>One step of the way to a page; the page itself has no link.</summary>
public sealed record Crumb(string Text, string? Href = null);
