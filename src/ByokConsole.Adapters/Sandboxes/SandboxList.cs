namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A list that the sandbox's control host tells, and what its rows are.</summary>
public sealed record SandboxList<T>(string Path);
