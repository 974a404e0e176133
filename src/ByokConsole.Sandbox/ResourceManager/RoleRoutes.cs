using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>Microsoft.Authorization: role assignments (2022-04-01) and the built-in role definitions.</summary>
public sealed partial class RoleRoutes(World world, AccessControl access, CloudClock clock)
{
    private const string Assignments = "Microsoft.Authorization/roleAssignments/";
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>A principal this young is not known to Resource Manager yet, unless the request names its type.</summary>
    private static readonly TimeSpan Replication = TimeSpan.FromSeconds(5);

    public Reply Answer(Call call, Caller caller, string scope, IReadOnlyList<string> rest)
    {
        if (rest is [var d, ..] && d.Equals("roleDefinitions", IgnoreCase))
            return Definitions(call, scope, rest);
        if (rest is not [var type, ..] || !type.Equals("roleAssignments", IgnoreCase) || rest.Count > 2)
            return ArmErrors.Of(404, "InvalidResourceType", "The sandbox serves roleAssignments and roleDefinitions.");
        var action = Assignments + call.Method switch { "GET" => "read", "PUT" => "write", "DELETE" => "delete", _ => "" };
        if (action == Assignments)
            return ArmErrors.Of(405, "MethodNotAllowed", "A role assignment takes GET, PUT and DELETE.");
        if (!access.Allows(caller.ObjectId, action, scope))
            return ArmErrors.Forbidden(caller, action, scope);
        return rest.Count == 1 ? List(call, scope) : One(call, caller, scope, rest[1]);
    }

    private Reply List(Call call, string scope)
    {
        if (call.Method != "GET")
            return ArmErrors.Of(405, "MethodNotAllowed", "A list takes GET.");
        var filter = call.Query["$filter"].ToString();
        var principal = PrincipalFilter().Match(filter);
        if (filter.Length > 0 && !principal.Success && !filter.Contains("atScope()", IgnoreCase))
            return ArmErrors.Of(400, "UnsupportedQuery", "The filter may be atScope(), principalId eq '{id}', assignedTo('{id}').");
        var found = world.Assignments.All
            .Where(assignment => AccessControl.Covers(assignment.Scope, scope) || (!filter.Contains("atScope()", IgnoreCase) && AccessControl.Covers(scope, assignment.Scope)))
            .Where(assignment => !principal.Success || assignment.PrincipalId.ToString().Equals(principal.Groups["id"].Value, IgnoreCase))
            .OrderBy(assignment => assignment.CreatedOn)
            .Select(assignment => (JsonNode)RoleShape.Write(assignment));
        return new Reply(200, new JsonObject { ["value"] = JsonReading.Array(found) });
    }

    /// <summary>What GET, DELETE and PUT of one assignment do, once the caller may.</summary>
    internal Reply One(Call call, Caller caller, string scope, string name)
    {
        var found = world.Assignments.Find(IdOf(scope, name));
        return call.Method switch
        {
            "GET" => found is null ? ArmErrors.Of(404, "RoleAssignmentNotFound", $"The role assignment '{name}' is not found.") : new Reply(200, RoleShape.Write(found)),
            "DELETE" => found is null ? new Reply(204) : Delete(found, caller),
            _ => Put(call, caller, scope, name, found),
        };
    }

    private Reply Put(Call call, Caller caller, string scope, string name, AssignmentRecord? found)
    {
        if (!Guid.TryParse(name, out _))
            return ArmErrors.Of(400, "InvalidRoleAssignmentId", $"The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID.");
        var properties = call.Json()?.Object("properties");
        if (!Guid.TryParse(properties.Text("roleDefinitionId")?.Split('/')[^1], out var role) || !Guid.TryParse(properties.Text("principalId"), out var principalId))
            return ArmErrors.Of(400, "InvalidRequestContent", "properties.roleDefinitionId and properties.principalId are required.");
        if (RoleDefinition.All.All(definition => definition.Id != role))
            return ArmErrors.Of(404, "RoleDefinitionDoesNotExist", $"The specified role definition with ID '{role:N}' does not exist.");
        var type = properties.Text("principalType");
        var principal = world.Principals.Find(principalId.ToString());
        if (principal is null || (type is null && clock.GetUtcNow() - principal.CreatedAt < Replication))
            return ArmErrors.Of(400, "PrincipalNotFound", $"Principal {principalId:N} does not exist in the directory. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal.");
        return world.Write(change =>
        {
            if (found is not null && (found.RoleId != role || found.PrincipalId != principalId))
                return ArmErrors.Of(400, "RoleAssignmentUpdateNotPermitted", "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
            if (found is null && world.Assignments.All.Any(other => other.Scope.Equals(scope, IgnoreCase) && other.RoleId == role && other.PrincipalId == principalId))
                return ArmErrors.Of(409, "RoleAssignmentExists", "The role assignment already exists.");
            var made = found ?? new AssignmentRecord(
                IdOf(scope, name), name, scope, role, principalId, type ?? "ServicePrincipal", clock.GetUtcNow(), caller.ObjectId.ToString());
            var record = Said(made with { UpdatedOn = found is null ? null : clock.GetUtcNow() }, properties);
            change.Put(world.Assignments, record);
            return new Reply(201, RoleShape.Write(record));
        });
    }

    /// <summary>What may change of one that is there.</summary>
    private static AssignmentRecord Said(AssignmentRecord record, JsonObject? properties) => record with
    {
        Description = properties.Text("description"), Condition = properties.Text("condition"), ConditionVersion = properties.Text("conditionVersion"),
    };

    private Reply Delete(AssignmentRecord found, Caller caller)
    {
        world.Write(change =>
        {
            change.Remove(world.Assignments, found.Id);
            change.Put(
                world.RemovedAssignments, new RemovedAssignmentRecord(Guid.NewGuid().ToString(), found, clock.GetUtcNow(), caller.ObjectId, caller.AppId));
        });
        return new Reply(200, RoleShape.Write(found));
    }

    private static Reply Definitions(Call call, string scope, IReadOnlyList<string> rest)
    {
        if (call.Method != "GET")
            return ArmErrors.Of(405, "MethodNotAllowed", "A role definition takes GET: the built-in ones are all there are.");
        var wanted = RoleName().Match(call.Query["$filter"].ToString()) is { Success: true } match ? match.Groups["name"].Value : null;
        var found = RoleDefinition.All
            .Where(role => wanted is null || role.Name.Equals(wanted, IgnoreCase))
            .Where(role => rest.Count < 2 || role.Id.ToString().Equals(rest[1], IgnoreCase))
            .Select(role => (JsonNode)new JsonObject
            {
                ["id"] = RoleShape.DefinitionId(role.Id, scope),
                ["name"] = role.Id.ToString(),
                ["type"] = "Microsoft.Authorization/roleDefinitions",
                ["properties"] = new JsonObject
                {
                    ["roleName"] = role.Name,
                    ["type"] = "BuiltInRole",
                    ["permissions"] = new JsonArray(new JsonObject
                    {
                        ["actions"] = JsonReading.Array(role.Actions),
                        ["notActions"] = JsonReading.Array(role.NotActions),
                        ["dataActions"] = JsonReading.Array(role.DataActions),
                        ["notDataActions"] = new JsonArray(),
                    }),
                },
            })
            .ToList();
        if (rest.Count < 2)
            return new Reply(200, new JsonObject { ["value"] = JsonReading.Array(found) });
        return found is [var only] ? new Reply(200, only) : ArmErrors.Of(404, "RoleDefinitionDoesNotExist", $"The role definition '{rest[1]}' does not exist.");
    }

    private static string IdOf(string scope, string name) => $"{scope}/{name}".ToLowerInvariant();

    [GeneratedRegex(@"(?:principalId eq|assignedTo\()\s*'(?<id>[^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex PrincipalFilter();

    [GeneratedRegex(@"roleName eq\s*'(?<name>[^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex RoleName();
}
