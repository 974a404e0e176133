namespace ByokConsole.Core.Preflight;

/// <summary>A check's place in the list and its title.</summary>
public sealed record CheckDescription(CheckName Name, CheckGroup Group, string Title);
