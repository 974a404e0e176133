namespace ByokConsole.Sandbox.State;

/// <summary>An Azure role assignment; the id is its whole resource id in lower case.</summary>
public sealed record AssignmentRecord(
    string Id, string Name, string Scope, Guid RoleId, Guid PrincipalId, string PrincipalType, DateTimeOffset CreatedOn, string CreatedBy) : IRecord;
