using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Ports;

/// <summary>Service principals (Microsoft Graph) and role assignments (Resource Manager): what a grant is made of.</summary>
public interface IAccessGrants
{
    /// <summary>The application's service principal in the console's tenant; a NotFound fault when there is none yet.</summary>
    Task<Answer<ServicePrincipal>> FindServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken);

    /// <summary>Creates the service principal if it is missing (idempotent) and returns it.</summary>
    Task<Answer<ServicePrincipal>> EnsureServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken);

    /// <summary>Role assignments at, above and below the vault; of a principal, or of all when null.</summary>
    Task<Answer<IReadOnlyList<RoleAssignment>>> ListAssignmentsAsync(
        VaultResourceId vault, Guid? principalId, CancellationToken cancellationToken);

    /// <summary>Assigns a role at vault scope under a name derived from (scope, principal, role); "exists already" is success.</summary>
    Task<Answer<RoleAssignment>> AssignAsync(
        VaultResourceId vault, KeyVaultRole role, Guid principalId, CancellationToken cancellationToken);

    /// <summary>Deletes one role assignment; true when it is gone (also when it was gone before).</summary>
    Task<Answer<bool>> RemoveAsync(RoleAssignment assignment, CancellationToken cancellationToken);
}
