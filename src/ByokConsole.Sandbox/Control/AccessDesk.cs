using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Graph;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.ResourceManager;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>
/// Who there is in the tenant and who may do what: told whole, and changed in the operator's name by the clouds' own functions.
/// </summary>
public sealed class AccessDesk(World world, RoleRoutes roles, GraphCloud graph)
{
    /// <summary>In whose name the portal acts.</summary>
    internal static readonly Caller Operator = new(SeededIds.OperatorPrincipal, SeededIds.OperatorApp, SeededIds.Tenant);

    /// <summary>Applications, each with its service principal where it has one.</summary>
    public Reply Principals() => new(200, JsonReading.Array(world.Applications.All
        .OrderBy(application => application.Name, StringComparer.Ordinal)
        .Select(application => (JsonNode)new JsonObject
        {
            ["applicationId"] = application.Id,
            ["name"] = application.Name,
            ["isConfluent"] = application.IsConfluent,
            ["id"] = world.Principals.All.FirstOrDefault(principal => principal.AppId == application.Id)?.Id,
        })));

    public Reply CreatePrincipal(Call call)
        => ControlErrors.Plain(graph.Create(call.With(new JsonObject { ["appId"] = call.Json().Text("applicationId") })));

    public static Reply Roles() => new(200, JsonReading.Array(RoleDefinition.All
        .Select(role => (JsonNode)new JsonObject { ["id"] = role.Id.ToString(), ["name"] = role.Name })));

    public Reply Assignments() => new(200, JsonReading.Array(world.Assignments.All
        .OrderByDescending(assignment => assignment.CreatedOn)
        .ThenBy(assignment => assignment.Id, StringComparer.Ordinal)
        .Select(assignment => (JsonNode)new JsonObject
        {
            ["name"] = assignment.Name,
            ["resourceId"] = RoleShape.ResourceId(assignment),
            ["scope"] = assignment.Scope,
            ["role"] = RoleDefinition.All.FirstOrDefault(role => role.Id == assignment.RoleId)?.Name,
            ["principalId"] = assignment.PrincipalId.ToString(),
            ["principal"] = world.Principals.Find(assignment.PrincipalId.ToString())?.DisplayName,
            ["createdAt"] = assignment.CreatedOn,
            ["inForceFrom"] = assignment.CreatedOn + world.Now.PropagationDelay,
        })));

    public Reply Assign(Call call)
    {
        var body = call.Json();
        var subscription = $"/subscriptions/{SeededIds.Subscription}";
        if (body.Text("scope") is not { } scope || !AccessControl.Covers(subscription, scope))
            return ControlErrors.Of(400, $"Give scope: {subscription}, or the resource id of a vault or key in it.");
        return ControlErrors.Plain(roles.One(
            call.With(new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["roleDefinitionId"] = body.Text("roleId"),
                    ["principalId"] = body.Text("principalId"),
                    ["principalType"] = "ServicePrincipal",
                },
            }),
            Operator,
            scope.TrimEnd('/'),
            Guid.NewGuid().ToString()));
    }

    public Reply Remove(Call call, string name)
        => world.Assignments.All.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? ControlErrors.Plain(roles.One(call, Operator, found.Scope, found.Name))
            : ControlErrors.Of(404, $"There is no role assignment {name}.", "RoleAssignmentNotFound");
}
