using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>A role assignment in Resource Manager's shape.</summary>
internal static class RoleShape
{
    public static string ResourceId(AssignmentRecord record) => $"{record.Scope}/providers/Microsoft.Authorization/roleAssignments/{record.Name}";

    /// <summary>A definition is told apart by tenant or subscription, however deep the scope lies at which it was asked for.</summary>
    public static string DefinitionId(Guid role, string scope)
        => $"{(scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? $"/subscriptions/{SeededIds.Subscription}" : "")}/providers/Microsoft.Authorization/roleDefinitions/{role}";

    public static JsonObject Write(AssignmentRecord record) => new()
    {
        ["id"] = ResourceId(record),
        ["name"] = record.Name,
        ["type"] = "Microsoft.Authorization/roleAssignments",
        ["properties"] = new JsonObject
        {
            ["roleDefinitionId"] = DefinitionId(record.RoleId, record.Scope),
            ["principalId"] = record.PrincipalId.ToString(),
            ["principalType"] = record.PrincipalType,
            ["scope"] = record.Scope,
            ["createdOn"] = record.CreatedOn.ToString("O"),
            ["updatedOn"] = (record.UpdatedOn ?? record.CreatedOn).ToString("O"),
            ["createdBy"] = record.CreatedBy,
            ["description"] = record.Description,
            ["condition"] = record.Condition,
            ["conditionVersion"] = record.ConditionVersion,
        },
    };
}
