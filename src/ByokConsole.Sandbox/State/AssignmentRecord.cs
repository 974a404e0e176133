namespace ByokConsole.Sandbox.State;

/// <summary>An Azure role assignment; the id is its whole resource id in lower case.</summary>
public sealed record AssignmentRecord(
    string Id, string Name, string Scope, Guid RoleId, Guid PrincipalId, string PrincipalType, DateTimeOffset CreatedOn, string CreatedBy) : IRecord
{
    public string? Description { get; init; }

    /// <summary>Told as it was given, and not judged.</summary>
    public string? Condition { get; init; }
    public string? ConditionVersion { get; init; }

    /// <summary>Null for one that is as it was made.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }
}
