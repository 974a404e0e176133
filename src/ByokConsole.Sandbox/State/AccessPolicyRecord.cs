namespace ByokConsole.Sandbox.State;

/// <summary>An access policy of a vault that does not use RBAC. What it permits besides keys is kept, and never asked for.</summary>
public sealed record AccessPolicyRecord(Guid ObjectId, IReadOnlyList<string> Keys)
{
    public IReadOnlyList<string> Secrets { get; init; } = [];
    public IReadOnlyList<string> Certificates { get; init; } = [];
}
