using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>One Azure role assignment.</summary>
/// <param name="Id">Resource id of the assignment.</param>
/// <param name="Scope">Scope it was made at, as given.</param>
/// <param name="RoleDefinitionId">The role's guid (without any subscription prefix).</param>
/// <param name="PrincipalId">Object id of the principal.</param>
/// <param name="CreatedOn">When it was made, in the cloud's time, or null.</param>
/// <param name="HasCondition">True when a condition narrows it.</param>
public sealed record RoleAssignment(
    string Id, string Scope, Guid RoleDefinitionId, Guid PrincipalId, DateTimeOffset? CreatedOn, bool HasCondition)
{
    /// <summary>
    /// True when the assignment covers <paramref name="resourceId"/>: its scope is the same id or a parent of it,
    /// on a segment boundary and without regard to case.
    /// </summary>
    public bool Covers(string resourceId)
    {
        var scope = Scope.TrimEnd('/');
        return resourceId.StartsWith(scope, StringComparison.OrdinalIgnoreCase)
            && (resourceId.Length == scope.Length || resourceId[scope.Length] == '/');
    }

    /// <summary>True when it gives the role at the vault, whatever a condition says.</summary>
    public bool Gives(KeyVaultRole role, VaultResourceId vault) => RoleDefinitionId == role.Id && Covers(vault.ToString());
}
