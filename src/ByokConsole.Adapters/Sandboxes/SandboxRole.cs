namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A built-in role that the sandbox knows.</summary>
public sealed record SandboxRole(string Id, string Name);
