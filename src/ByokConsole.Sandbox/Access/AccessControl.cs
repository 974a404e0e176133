using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Access;

/// <summary>Decides by role assignments: one counts at its scope and below, and only once it has had time to propagate.</summary>
public sealed class AccessControl(World world, CloudClock clock)
{
    public bool Allows(Guid principal, string action, string resourceId) => Effective(principal, resourceId).Any(role => role.Allows(action));

    public bool AllowsData(Guid principal, string action, string resourceId) => Effective(principal, resourceId).Any(role => role.AllowsData(action));

    /// <summary>True when <paramref name="scope"/> is the resource or a parent of it, on a segment boundary and without regard to case.</summary>
    public static bool Covers(string scope, string resourceId)
    {
        var prefix = scope.TrimEnd('/');
        return resourceId.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (resourceId.Length == prefix.Length || resourceId[prefix.Length] == '/');
    }

    private IEnumerable<RoleDefinition> Effective(Guid principal, string resourceId)
    {
        var since = clock.GetUtcNow() - world.Now.PropagationDelay;
        return world.Assignments.All
            .Where(assignment => assignment.PrincipalId == principal && assignment.CreatedOn <= since && Covers(assignment.Scope, resourceId))
            .Select(assignment => RoleDefinition.All.FirstOrDefault(role => role.Id == assignment.RoleId))
            .OfType<RoleDefinition>();
    }
}
