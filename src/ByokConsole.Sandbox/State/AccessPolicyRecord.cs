namespace ByokConsole.Sandbox.State;

/// <summary>An access policy of a vault that does not use RBAC.</summary>
public sealed record AccessPolicyRecord(Guid ObjectId, IReadOnlyList<string> Keys);
