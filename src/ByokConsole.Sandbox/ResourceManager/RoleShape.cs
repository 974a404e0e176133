using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>A role assignment in Resource Manager's shape.</summary>
internal static class RoleShape
{
    public static string ResourceId(AssignmentRecord record) => $"{record.Scope}/providers/Microsoft.Authorization/roleAssignments/{record.Name}";

    public static JsonObject Write(AssignmentRecord record) => new()
    {
        ["id"] = ResourceId(record),
        ["name"] = record.Name,
        ["type"] = "Microsoft.Authorization/roleAssignments",
        ["properties"] = new JsonObject
        {
            ["roleDefinitionId"] = $"/subscriptions/{SeededIds.Subscription}/providers/Microsoft.Authorization/roleDefinitions/{record.RoleId}",
            ["principalId"] = record.PrincipalId.ToString(),
            ["principalType"] = record.PrincipalType,
            ["scope"] = record.Scope,
            ["createdOn"] = record.CreatedOn.ToString("O"),
            ["updatedOn"] = record.CreatedOn.ToString("O"),
            ["createdBy"] = record.CreatedBy,
        },
    };
}
