namespace ByokConsole.Adapters.Sandboxes;

/// <summary>Something to do to the sandbox, as its control host takes it.</summary>
public sealed record SandboxAct(HttpMethod Method, string Path, object? Body = null);
