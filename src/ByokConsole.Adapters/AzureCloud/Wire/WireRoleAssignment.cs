namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>RoleAssignment of Microsoft.Authorization 2022-04-01.</summary>
internal sealed record WireRoleAssignment(string? Id, WireRoleAssignment.AssignmentProperties? Properties)
{
    internal sealed record AssignmentProperties(
        string? Scope, string? RoleDefinitionId, Guid? PrincipalId, DateTimeOffset? CreatedOn, string? Condition);
}
