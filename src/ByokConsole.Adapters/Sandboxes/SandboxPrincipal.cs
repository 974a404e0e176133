namespace ByokConsole.Adapters.Sandboxes;

/// <summary>An application of the sandbox, and its service principal.</summary>
/// <param name="Id">Object id of the service principal; null while it has none in the tenant.</param>
/// <param name="IsConfluent">It is a registration's.</param>
public sealed record SandboxPrincipal(string ApplicationId, string Name, string? Id, bool IsConfluent);
