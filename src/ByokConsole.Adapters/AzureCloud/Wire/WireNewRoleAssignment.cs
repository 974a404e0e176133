namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>RoleAssignmentCreateParameters of Microsoft.Authorization 2022-04-01.</summary>
internal sealed record WireNewRoleAssignment(WireNewRoleAssignment.AssignmentProperties Properties)
{
    internal sealed record AssignmentProperties(string RoleDefinitionId, Guid PrincipalId, string PrincipalType);
}
