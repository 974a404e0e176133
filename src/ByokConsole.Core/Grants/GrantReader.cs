using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Grants;

/// <summary>Reads what a registration's application was given at its vault.</summary>
public sealed class GrantReader(IAccessGrants grants)
{
    /// <summary>
    /// Its role assignments at, above and below the vault; none as long as it has no service principal. Null when the registration names no
    /// Azure vault, or no application yet.
    /// </summary>
    public async Task<Answer<IReadOnlyList<RoleAssignment>>?> ReadAsync(KeyRegistration registration, CancellationToken cancellationToken)
    {
        if (registration is not { Vault: { } vault, ApplicationId: { } application })
            return null;
        var principal = await grants.FindServicePrincipalAsync(application, cancellationToken);
        return principal switch
        {
            { IsOk: true } => await grants.ListAssignmentsAsync(vault, principal.Value.ObjectId, cancellationToken),
            { Fault.Kind: FaultKind.NotFound } => new Answer<IReadOnlyList<RoleAssignment>>([]),
            _ => principal.Fault,
        };
    }
}
