using ByokConsole.Core.Vaults;

namespace ByokConsole.Web.Api.Keys;

/// <summary>One role assignment of the registration's application.</summary>
/// <param name="Role">The role's name, or its id where it is none of the grant's.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="CreatedOn">When it was made.</param>
/// <param name="HasCondition">Whether a condition narrows it.</param>
public sealed record RoleReading(string Role, string Scope, DateTimeOffset? CreatedOn, bool HasCondition)
{
    internal static RoleReading Of(RoleAssignment assignment) => new(
        KeyVaultRole.OfGrant.FirstOrDefault(role => role.Id == assignment.RoleDefinitionId)?.Name ?? assignment.RoleDefinitionId.ToString(),
        assignment.Scope, assignment.CreatedOn, assignment.HasCondition);
}
